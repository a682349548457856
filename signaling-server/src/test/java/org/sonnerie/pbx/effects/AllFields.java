package org.sonnerie.pbx.effects;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sonnerie.pbx.parts.Field;
import org.sonnerie.pbx.parts.PartKind;
import tools.jackson.databind.JsonNode;

/** The paths of all fields: those of the forms and the members of the plan document. */
final class AllFields {
    /** What a single thing is spread over. */
    private static final Map<PartKind, List<String>> SPREAD =
            Map.of(
                    PartKind.COMPANY, List.of("company", "recording", "dialling"),
                    PartKind.SCREENING, List.of("screening"));

    /** Members that hold members and are no fields themselves. */
    private static final Set<String> OUTER =
            Set.of(
                    "company",
                    "company.voicemail",
                    "recording",
                    "dialling",
                    "reach",
                    "registration");

    private AllFields() {}

    static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        JsonNode document = Document.of("/plans/everything.json").whole();
        for (PartKind kind : PartKind.values()) {
            kind.fields().stream().map(Field::name).forEach(name -> paths.add(path(kind, name)));
            if (kind.isSingle()) {
                SPREAD.getOrDefault(kind, List.of())
                        .forEach(one -> add(kind, one, document.path(one), paths));
            } else {
                document.path(kind.list())
                        .forEach(part ->
                                part.propertyStream()
                                        .filter(member -> !member.getKey().equals("id"))
                                        .forEach(one ->
                                                add(kind, one.getKey(), one.getValue(), paths)));
            }
        }
        return paths;
    }

    private static void add(PartKind kind, String name, JsonNode value, Set<String> paths) {
        if (!OUTER.contains(name)) {
            paths.add(path(kind, name));
            return;
        }
        value.propertyStream()
                .forEach(one -> add(kind, name + "." + one.getKey(), one.getValue(), paths));
    }

    private static String path(PartKind kind, String name) {
        boolean whole = kind.isSingle();
        return whole ? name : kind.word() + "." + name;
    }
}
