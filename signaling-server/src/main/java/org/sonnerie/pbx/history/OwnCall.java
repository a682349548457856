package org.sonnerie.pbx.history;

import java.util.Optional;

/**
 * A call as somebody in it looks back on it.
 *
 * @param record without its legs
 * @param part his
 */
record OwnCall(CallRecord record, Part part) {
    /**
     * The other side as far as one name says it.
     *
     * @param name may be empty
     * @param number to call it; empty: withheld
     */
    record Other(String name, String number) {}

    /** Who called, or where his own call led. */
    Other other() {
        if (part.role() != Part.Role.CALLED) {
            return new Other(record.caller().name(), record.caller().number());
        }
        String dialled = record.way().dialled();
        Place ledTo = record.way().ledTo();
        // Outside, the name is a number: the one he dialled, or one to which a colleague forwards.
        return new Other(ledTo.kind().equals("outside") ? "" : ledTo.name(), dialled);
    }

    boolean answered() {
        return record.outcome().answered().isPresent();
    }

    /** What became of it for him, in one sentence. */
    Sentence outcome() {
        return switch (part.role()) {
            case CALLED -> answered() ? talked() : notAnswered();
            case TOOK -> talked();
            case RANG -> Sentence.of(answered() ? "own.answered-elsewhere" : "own.missed");
            case NOT_RUNG -> Sentence.of("own.not-rung");
        };
    }

    private Sentence talked() {
        return Sentence.of("own.talked", Story.clock(part.talked()));
    }

    private Sentence notAnswered() {
        Optional<Sentence> why = record.outcome().why().map(EndWords::of);
        return Sentence.of("own.not-answered", why.orElse(Sentence.of("end.unknown")));
    }
}
