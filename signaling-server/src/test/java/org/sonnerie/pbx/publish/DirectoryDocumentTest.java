package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Listing;
import org.sonnerie.pbx.plan.Phonebook;

/** The directory of names in the plan document. */
class DirectoryDocumentTest {
    private final CompanyPlan plan = Phonebook.plan();
    private final String document = PlanWriter.write(plan);

    private CompanyPlan read(String text) {
        return PlanReader.readUnchecked(plan.company(), plan.version().published(), text);
    }

    @Test
    void whoIsInItAndWhereItIsAreReadAndWritten() {
        assertThat(document)
                .contains("\"*411\" : \"directory\"")
                .contains("\"listed\" : false")
                .contains("\"department\" : \"Sales\"");
        assertThat(read(document)).isEqualTo(plan);
        assertThat(read(document).outside().rules().codes())
                .containsEntry("*411", new Destination.ToDirectory());
    }

    @Test
    void aDocumentOfBeforeHasEverybodyInIt() {
        String old =
                document.replaceAll(",\\s*\"listed\" : (true|false)", "")
                        .replaceAll(",\\s*\"department\" : (null|\"Sales\")", "");
        assertThat(old).doesNotContain("listed", "department");
        assertThat(read(old).people())
                .allMatch(person -> person.contact().listing().equals(Listing.USUAL));
    }
}
