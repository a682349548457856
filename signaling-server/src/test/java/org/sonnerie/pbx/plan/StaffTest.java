package org.sonnerie.pbx.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StaffTest {
    private static final Person ANNE = person("anne", "10");
    private static final Person BERT = person("bert", "105");
    private static final Person CLEO = person("cleo", "20");
    private static final Staff STAFF = Staff.of(List.of(CLEO, BERT, ANNE));

    private static Person person(String id, String extension) {
        return new Person(new PersonId(id), id, extension);
    }

    @Test
    void isTheListItWasMadeOf() {
        assertThat(STAFF).containsExactly(CLEO, BERT, ANNE).isEqualTo(List.of(CLEO, BERT, ANNE));
        assertThat(Staff.of(STAFF)).isSameAs(STAFF);
    }

    @Test
    void findsByIdAndExtension() {
        assertThat(STAFF.find(new PersonId("bert"))).contains(BERT);
        assertThat(STAFF.find(new PersonId("nobody"))).isEmpty();
        assertThat(STAFF.at("20")).contains(CLEO);
        assertThat(STAFF.at("2")).isEmpty();
    }

    @Test
    void ofTwoWithTheSameTheFirstIsFound() {
        Person other = person("anne", "10");
        assertThat(Staff.of(List.of(ANNE, other)).at("10")).containsSame(ANNE);
        assertThat(Staff.of(List.of(ANNE, other)).find(ANNE.id())).containsSame(ANNE);
    }

    @Test
    void knowsWhetherMoreDigitsCouldCome() {
        assertThat(STAFF.hasLongerThan("1")).isTrue();
        assertThat(STAFF.hasLongerThan("10")).isTrue();
        assertThat(STAFF.hasLongerThan("105")).isFalse();
        assertThat(STAFF.hasLongerThan("20")).isFalse();
        assertThat(STAFF.hasLongerThan("3")).isFalse();
    }
}
