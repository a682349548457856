package org.sonnerie.pbx.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds for all mailboxes of a company.
 *
 * @param mailTo addresses that are told of messages in a group's or queue's mailbox
 */
public record VoicemailRules(Map<MailboxId, List<String>> mailTo) {
    /** Unless said otherwise. */
    public static final VoicemailRules USUAL = new VoicemailRules(Map.of());

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
}
