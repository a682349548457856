/**
 * Webhooks: a company's addresses that are told of its events, signed (Standard Webhooks), tried
 * again until they answer, and never within the net in which the server stands.
 */
@NullMarked
package org.sonnerie.pbx.webhooks;

import org.jspecify.annotations.NullMarked;
