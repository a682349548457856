package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Bilingual;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Doorman;
import org.sonnerie.pbx.plan.NamedRoom;
import org.sonnerie.pbx.plan.Patience;
import org.sonnerie.pbx.plan.Phonebook;
import org.sonnerie.pbx.plan.Shop;
import org.sonnerie.pbx.plan.Teams;

/** How the random histories of calls begin, and the company in which they happen. */
final class Beginnings {
    static final CompanyPlan PLAN =
            NamedRoom.in(
                            Phonebook.withDirectory(
                                    Bilingual.withFrench(
                                            RecordingTest.recorded(
                                                    VoicemailTest.withMailboxes(
                                                            Counter.at(
                                                                    Shop.patient(
                                                                            Teams.busy(
                                                                                    Doorman.plan()),
                                                                            new Patience(
                                                                                    8,
                                                                                    2,
                                                                                    Optional.of(
                                                                                            new Destination
                                                                                                    .ToAnnouncement(
                                                                                                    Shop
                                                                                                            .HOLIDAY)),
                                                                                    Optional.of(
                                                                                            new Destination
                                                                                                    .ToRoute(
                                                                                                    Shop
                                                                                                            .ROUTE)))),
                                                                    Counter.support()
                                                                            .with(
                                                                                    Counter
                                                                                            .impatient())
                                                                            .withVoicemail()))))))
                    .consistent();

    /** The route three times: open, closed and on a holiday. */
    static final List<String> DIALLED =
            List.of(
                    "102",
                    "200",
                    "201",
                    "202",
                    "100",
                    "400",
                    "400",
                    "411",
                    "411",
                    "*43",
                    "*44",
                    "*97",
                    "0145678901",
                    "105",
                    "500",
                    "500",
                    "500",
                    "501",
                    "502",
                    "300",
                    "*98",
                    "*97200",
                    "*411",
                    "*411",
                    "*411");

    private static final Optional<String> ANYBODY = Optional.of("+33145678901");
    static final List<Arrival> ARRIVALS =
            List.of(
                    new Arrival("+15550100100", ANYBODY),
                    new Arrival("+15550100101", ANYBODY),
                    new Arrival("+15550100200", ANYBODY),
                    new Arrival("+15550100400", ANYBODY),
                    new Arrival(Counter.NUMBER, ANYBODY),
                    new Arrival("+15550100100", Optional.of("+442079460000")),
                    new Arrival("+15550100100", Optional.of("+33612345678")),
                    new Arrival("+15550100200", Optional.empty()),
                    new Arrival(Phonebook.NUMBER, ANYBODY));

    private Beginnings() {}

    /** A call of a carrier. */
    record Arrival(String called, Optional<String> caller) {}
}
