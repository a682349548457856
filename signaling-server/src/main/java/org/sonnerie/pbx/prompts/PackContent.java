package org.sonnerie.pbx.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts the files of an archive: of each prompt the best one. Not thread safe. */
final class PackContent implements PackArchive.Visitor {
    private final PackNames names;
    private final String companyLanguage;
    private final String usualLanguage;
    private final Map<String, Best> best = new TreeMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    /** The best file of a prompt. */
    static final class Best {
        private final String file;
        private final RawSound kind;
        private final byte[] content;

        private Best(String file, RawSound kind, byte[] content) {
            this.file = file;
            this.kind = kind;
            this.content = content;
        }

        String file() {
            return file;
        }

        byte[] readable() {
            return kind.withHeader(content);
        }
    }

    /**
     * Nothing yet.
     *
     * @param names of files
     * @param companyLanguage whose prompts have no language in their name
     * @param usualLanguage of files in no language's folder
     */
    PackContent(PackNames names, String companyLanguage, String usualLanguage) {
        this.names = names;
        this.companyLanguage = companyLanguage;
        this.usualLanguage = usualLanguage;
    }

    @Override
    public boolean wants(String path) {
        Optional<PackNames.Place> place = names.of(path);
        if (place.isEmpty()) {
            unknown.add(path);
            return false;
        }
        boolean readable = RawSound.of(place.get().extension()).isPresent();
        if (!readable) {
            unreadable.put(path, prompt(place.get()));
        }
        return readable;
    }

    @Override
    public void take(String path, byte[] content) {
        PackNames.Place place = names.of(path).orElseThrow();
        RawSound kind = RawSound.of(place.extension()).orElseThrow();
        String prompt = prompt(place);
        Best before = best.get(prompt);
        if (before != null && before.kind.worth() >= kind.worth()) {
            unused.add(path);
            return;
        }
        if (before != null) {
            unused.add(before.file());
        }
        best.put(prompt, new Best(path, kind, content));
    }

    private String prompt(PackNames.Place place) {
        String language = place.language().orElse(usualLanguage);
        return language.equals(companyLanguage) ? place.prompt() : place.prompt() + "_" + language;
    }

    Map<String, Best> best() {
        return best;
    }

    List<String> unknown() {
        return unknown;
    }

    /** What was left for a better one, in whatever kind of file. */
    List<String> unused() {
        List<String> all = new ArrayList<>(unused);
        unreadable.forEach((path, prompt) -> {
            if (best.containsKey(prompt)) {
                all.add(path);
            }
        });
        return all;
    }

    /** What nothing readable stands for. */
    List<String> unreadable() {
        return unreadable.entrySet().stream()
                .filter(one -> !best.containsKey(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
