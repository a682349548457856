/** Sound devices that a test plugs in, listens to and unplugs: a PulseAudio server of its own. */
@NullMarked
package org.sonnerie.e2e.devices;

import org.jspecify.annotations.NullMarked;
