package org.sonnerie.pbx.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What holds for all mailboxes of a company.
 *
 * @param mailTo addresses that are told of messages in a group's or queue's mailbox
 * @param maxMessages how many messages a mailbox holds, 1 to 10000
 * @param maxMegabytes how much sound all mailboxes hold together, in 1,000,000 bytes, 1 to 1000000
 * @param keepDays how long a message is kept, 1 to 3650; empty: for ever
 */
public record VoicemailRules(
        Map<MailboxId, List<String>> mailTo,
        int maxMessages,
        int maxMegabytes,
        Optional<Integer> keepDays) {
    /** How many messages a mailbox holds where nothing is said. */
    public static final int USUAL_MESSAGES = 100;

    /** How much sound all mailboxes hold where nothing is said. */
    public static final int USUAL_MEGABYTES = 1_000;

    /** Unless said otherwise. */
    public static final VoicemailRules USUAL = new VoicemailRules(Map.of());

    private static final long MEGABYTE = 1_000_000;

    /**
     * With the usual limits.
     *
     * @param mailTo addresses that are told of messages
     */
    public VoicemailRules(Map<MailboxId, List<String>> mailTo) {
        this(mailTo, USUAL_MESSAGES, USUAL_MEGABYTES, Optional.empty());
    }

    /** Copies all, in order. */
    public VoicemailRules {
        mailTo =
                Collections.unmodifiableMap(
                        mailTo.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> List.copyOf(entry.getValue()),
                                                (one, _) -> one,
                                                LinkedHashMap::new)));
    }

    /**
     * Whether a mailbox takes no further message.
     *
     * @param messages how many are in it
     * @param bytes what all messages of the company take
     * @return true: one of the two limits is reached
     */
    public boolean full(long messages, long bytes) {
        return messages >= maxMessages || bytes >= maxMegabytes * MEGABYTE;
    }
}
