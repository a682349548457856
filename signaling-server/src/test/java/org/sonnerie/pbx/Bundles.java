package org.sonnerie.pbx;

import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of words, as the server's settings name them. */
public final class Bundles {
    public static final List<String> NAMES =
            List.of(
                    "messages",
                    "messages-story",
                    "messages-plan",
                    "messages-parts",
                    "messages-account",
                    "messages-audit",
                    "messages-certificates",
                    "messages-health",
                    "messages-live",
                    "messages-provider",
                    "messages-reports",
                    "messages-privacy",
                    "messages-signon",
                    "messages-start",
                    "messages-spending",
                    "messages-webhooks");

    private Bundles() {}

    /** What follows a prefix in the keys that begin with it. */
    public static Set<String> keys(String prefix) {
        return NAMES.stream()
                .flatMap(name -> ResourceBundle.getBundle(name).keySet().stream())
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
