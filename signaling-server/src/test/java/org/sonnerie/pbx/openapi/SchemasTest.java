package org.sonnerie.pbx.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {
    /** Written with null. */
    record Plain(String name, Optional<Integer> age, @Nullable Boolean wish, List<Plain> more) {}

    /** Written without what is not there. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Brief(Instant at, Optional<Double> seconds, Thread.State state) {}

    private final Schemas schemas = new Schemas(Descriptions.read(), key -> key);

    private String named(String name) {
        return JsonMapper.builder().build().writeValueAsString(schemas.named().get(name));
    }

    @Test
    void aRecordIsAnObjectThatMayHoldItsOwnKind() {
        assertThat(schemas.of(Plain.class))
                .isEqualTo(Map.of("$ref", "#/components/schemas/SchemasTest.Plain"));
        assertThat(named("SchemasTest.Plain"))
                .contains(
                        "\"name\":{\"type\":\"string\"",
                        "\"age\":{\"anyOf\":[{\"type\":\"integer\",\"format\":\"int32\"},"
                                + "{\"type\":\"null\"}]",
                        "\"more\":{\"type\":\"array\",\"items\":"
                                + "{\"$ref\":\"#/components/schemas/SchemasTest.Plain\"}",
                        "\"required\":[\"name\",\"age\",\"more\"]");
    }

    @Test
    void whatIsLeftOutIsNotRequired() {
        assertThat(schemas.of(Brief.class)).containsKey("$ref");
        assertThat(named("SchemasTest.Brief"))
                .contains(
                        "\"at\":{\"type\":\"string\",\"format\":\"date-time\"",
                        "\"seconds\":{\"type\":\"number\"",
                        "\"enum\":[\"NEW\",\"RUNNABLE\"",
                        "\"required\":[\"at\",\"state\"]");
    }

    @Test
    void whatIsUnknownIsNotGuessed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> schemas.of(Duration.class))
                .withMessageContaining("java.time.Duration");
    }
}
