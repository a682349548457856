package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a provider typed or sent cannot be used. Nothing was changed. */
public final class ProviderRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Wrong> all;

    ProviderRefusedException(List<Wrong> all) {
        super("what was sent cannot be used");
        this.all = List.copyOf(all);
    }

    /**
     * One field that cannot be used.
     *
     * @param field its name
     * @param key of the message that says why
     * @param facts the message's arguments
     */
    public record Wrong(String field, String key, List<Object> facts) {
        /** Copies the list. */
        public Wrong {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What is wrong.
     *
     * @return each field, in the order of the form
     */
    public List<Wrong> all() {
        return all;
    }

    /** Keys of messages by the names of fields, as pages have them. */
    Map<String, String> byField() {
        Map<String, String> keys = new LinkedHashMap<>();
        all.forEach(one -> keys.put(one.field(), one.key()));
        return keys;
    }

    /** Goes on where there are no problems. */
    static void check(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw new ProviderRefusedException(
                    problems.entrySet().stream()
                            .map(one -> new Wrong(one.getKey(), one.getValue(), List.of()))
                            .toList());
        }
    }
}
