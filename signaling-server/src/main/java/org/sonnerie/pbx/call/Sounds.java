package org.sonnerie.pbx.call;

import java.util.Optional;

/**
 * What a call remembers of sounds.
 *
 * @param plays how many programmes have been named
 * @param recording what is recorded
 * @param parting what somebody is told who has left the call
 * @param tongue the language somebody chose
 * @param supervision who listens to it as a supervisor
 */
record Sounds(
        int plays,
        RecordingState recording,
        Optional<Parting> parting,
        Optional<Tongue> tongue,
        Optional<Supervision> supervision) {}
