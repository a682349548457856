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
                    PartKind.PERSON, Set.of("reach.followMe", "reach.rules"));

    private static JsonNode parts(PartKind kind) {
        try (InputStream in = FormFieldsTest.class.getResourceAsStream("/plans/everything.json")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            CompanyId company = new CompanyId("c");
            String whole = PlanWriter.write(PlanReader.readUnchecked(company, 1, text));
            return JSON.readTree(whole).path(kind.list());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> members(PartKind kind) {
        Set<String> members = new TreeSet<>();
        for (JsonNode part : parts(kind)) {
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
