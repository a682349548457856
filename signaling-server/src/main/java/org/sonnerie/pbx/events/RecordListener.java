package org.sonnerie.pbx.events;

import java.time.InstantSource;
import java.util.List;
import org.sonnerie.pbx.history.CallRecorded;
import org.sonnerie.pbx.voicemail.MessageReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down which calls are over and which messages came. */
@Component
class RecordListener {
    private final CompanyEvents events;
    private final InstantSource clock;

    RecordListener(CompanyEvents events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void over(CallRecorded call) {
        events.write(call.record().company(), List.of(EventBody.ofRecord(call.record())));
    }

    @EventListener
    void received(MessageReceived message) {
        events.write(message.company(), List.of(EventBody.ofMessage(message, clock.instant())));
    }
}
