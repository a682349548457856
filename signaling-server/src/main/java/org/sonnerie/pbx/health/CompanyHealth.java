package org.sonnerie.pbx.health;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.trunks.TrunkBoard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a company's administrator is shown of the system and of its trunks. The system is shown to
 * whoever has it for himself; where it serves several, it is their provider's. Thread safe.
 */
@Component
public class CompanyHealth {
    private final SystemHealth health;
    private final Companies companies;
    private final Published published;
    private final ObjectProvider<TrunkBoard> board;

    CompanyHealth(
            SystemHealth health,
            Companies companies,
            Published published,
            ObjectProvider<TrunkBoard> board) {
        this.health = health;
        this.companies = companies;
        this.published = published;
        this.board = board;
    }

    /**
     * What is shown.
     *
     * @param system its parts; empty: it is the provider's
     * @param trunks those of the published plan, in its order
     */
    public record View(Optional<List<Check>> system, List<OfTrunk> trunks) {
        /** Copies the lists. */
        public View {
            system = system.map(List::copyOf);
            trunks = List.copyOf(trunks);
        }
    }

    /**
     * How a trunk is.
     *
     * @param trunk which
     * @param entry what is known of it
     */
    public record OfTrunk(Trunk trunk, TrunkBoard.Entry entry) {
        /**
         * Whether it registers.
         *
         * @return false: it is only asked whether it is there
         */
        public boolean registers() {
            return trunk.registration().isPresent();
        }

        /**
         * What the carrier said.
         *
         * @return may be empty: only a refusal needs to be explained
         */
        public String detail() {
            return entry.state() == TrunkBoard.State.REFUSED ? entry.detail() : "";
        }
    }

    /**
     * How all is that is the company's.
     *
     * @param company whose
     * @return as it is now
     */
    public View of(CompanyId company) {
        TrunkBoard known = board.getIfAvailable(TrunkBoard::new);
        return new View(
                companies.all().size() == 1 ? Optional.of(health.checks()) : Optional.empty(),
                published.current(company).outside().trunks().stream()
                        .map(trunk -> new OfTrunk(trunk, known.of(trunk.id())))
                        .toList());
    }
}
