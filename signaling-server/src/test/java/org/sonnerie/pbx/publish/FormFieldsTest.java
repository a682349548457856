package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.parts.Field;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.plan.CompanyId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms say all that the plan document can say, or it is written here why not. */
class FormFieldsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands in no form. */
    private static final Map<PartKind, Set<String>> LEFT_OUT =
            Map.of(
                    // People set these themselves, on the place Settings of their phones.
                    PartKind.PERSON,
                    Set.of("reach.followMe", "reach.rules"),
                    // Each group and queue, person, number and room has its part in its own form.
                    PartKind.COMPANY,
                    Set.of(
                            "company.voicemail.mailTo",
                            "recording.people",
                            "recording.groups",
                            "recording.queues",
                            "recording.numbers",
                            "recording.rooms"));

    /** The members of a document that what there is one of consists of. */
    private static final Map<PartKind, List<String>> SPREAD =
            Map.of(
                    PartKind.COMPANY, List.of("company", "recording", "dialling"),
                    PartKind.SCREENING, List.of("screening"));

    private static JsonNode document() {
        try (InputStream in = FormFieldsTest.class.getResourceAsStream("/plans/everything.json")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            CompanyId company = new CompanyId("c");
            String whole = PlanWriter.write(PlanReader.readUnchecked(company, 1, text));
            return JSON.readTree(whole);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyMemberOfTheDocumentIsAKindOrSpreadOverOne() {
        Set<String> known = new TreeSet<>();
        Stream.of(PartKind.values())
                .filter(kind -> !kind.isSingle())
                .forEach(kind -> known.add(kind.list()));
        SPREAD.values().forEach(known::addAll);

        assertThat(new TreeSet<>(document().propertyNames())).isEqualTo(known);
    }

    /** The innermost members, each by its whole path. */
    private static void leaves(String path, JsonNode node, Set<String> leaves) {
        boolean inner =
                path.equals("company")
                        || path.equals("company.voicemail")
                        || path.equals("recording")
                        || path.equals("dialling");
        if (inner) {
            node.propertyStream()
                    .forEach(one -> leaves(path + "." + one.getKey(), one.getValue(), leaves));
        } else {
            leaves.add(path);
        }
    }

    private static Set<String> members(PartKind kind) {
        Set<String> members = new TreeSet<>();
        if (kind.isSingle()) {
            SPREAD.getOrDefault(kind, List.of())
                    .forEach(one -> leaves(one, document().path(one), members));
            return members;
        }
        for (JsonNode part : document().path(kind.list())) {
            for (String member : part.propertyNames()) {
                if (member.equals("reach") || member.equals("registration")) {
                    part.path(member)
                            .propertyNames()
                            .forEach(inner -> members.add(member + "." + inner));
                } else if (!member.equals("id")) {
                    members.add(member);
                }
            }
        }
        return members;
    }

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void everyMemberOfTheDocumentHasAField(PartKind kind) {
        Set<String> inForms = new TreeSet<>(LEFT_OUT.getOrDefault(kind, Set.of()));
        kind.fields().stream()
                .filter(field -> field.where() instanceof Field.Where.Inside)
                .forEach(field -> inForms.add(field.name()));

        assertThat(inForms).isEqualTo(members(kind));
    }

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void everyFieldHasALabel(PartKind kind) {
        Set<String> labels = Bundles.keys("form." + kind.word() + ".");
        List<String> without = new ArrayList<>();
        kind.fields().stream()
                .map(Field::name)
                .filter(name -> !labels.contains(name))
                .forEach(without::add);

        assertThat(without).isEmpty();
        assertThat(labels.stream().map(label -> label.replaceAll("\\.help$", "")))
                .as("labels of fields that there are")
                .isSubsetOf(kind.fields().stream().map(Field::name).toList());
    }
}
