package org.sonnerie.pbx.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.plan.Destination.Refusal;
import org.sonnerie.pbx.plan.Destination.ToEcho;
import org.sonnerie.pbx.plan.Destination.ToGroup;
import org.sonnerie.pbx.plan.Destination.ToMenu;
import org.sonnerie.pbx.plan.Destination.ToMusic;
import org.sonnerie.pbx.plan.Destination.ToNowhere;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.Destination.ToRoom;
import org.sonnerie.pbx.plan.Reading.Rule;

final class DiallingTest {
    private final CompanyPlan demo = DemoCompany.plan();

    @Test
    void anExtensionLeadsToWhoeverHasIt() {
        assertThat(Dialling.read(demo, "102")).isEqualTo(new ToPerson(DemoCompany.BOB));
        assertThat(Dialling.read(demo, "200")).isEqualTo(new ToGroup(DemoCompany.SALES));
        assertThat(Dialling.read(demo, "100")).isEqualTo(new ToMenu(DemoCompany.MENU));
        assertThat(Dialling.read(demo, " 400 ")).isEqualTo(new ToRoom(DemoCompany.ROOM));
    }

    @Test
    void codesLeadToTheEchoTestAndToMusic() {
        assertThat(Dialling.read(demo, "*43")).isEqualTo(new ToEcho());
        assertThat(Dialling.read(demo, "*44")).isEqualTo(new ToMusic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob Moreau", "bob moreau", "  BOB   MOREAU "})
    void aFullNameLeadsToItsPersonInWhateverCase(String name) {
        assertThat(Dialling.explain(demo, name))
                .isEqualTo(new Reading(new ToPerson(DemoCompany.BOB), Rule.NAME));
    }

    @Test
    void groupsAndRoomsHaveNamesToo() {
        assertThat(Dialling.read(demo, "sales")).isEqualTo(new ToGroup(DemoCompany.SALES));
        assertThat(Dialling.read(demo, "meeting room")).isEqualTo(new ToRoom(DemoCompany.ROOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "15", "17", "18", "1 1 2"})
    void emergencyNumbersAlwaysGoOut(String number) {
        CompanyPlan closed = DemoCompany.plan("FR", List.of());
        assertThat(Dialling.explain(closed, number))
                .isEqualTo(
                        new Reading(new ToOutside(number.replace(" ", ""), true), Rule.EMERGENCY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0145678901",
                "01 45 67 89 01",
                "01.45.67.89.01",
                "+33145678901",
                "+33 (0)1 45 67 89 01",
                "0033145678901",
                "tel:+33-1-45-67-89-01"
            })
    void aFrenchNumberGoesOutAsE164HoweverItIsWritten(String number) {
        assertThat(Dialling.read(demo, number)).isEqualTo(new ToOutside("+33145678901", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+442079460000", "00442079460000", "+12025550123"})
    void anotherCountryIsClosedUntilItIsOpened(String number) {
        assertThat(Dialling.explain(demo, number))
                .isEqualTo(new Reading(new ToNowhere(Refusal.NOT_OPEN), Rule.CLOSED));
        CompanyPlan open = DemoCompany.plan("FR", List.of("33", "44", "1"));
        assertThat(Dialling.explain(open, number).rule()).isEqualTo(Rule.INTERNATIONAL);
    }

    @Test
    void theCompanysOwnNumberStaysInside() {
        assertThat(Dialling.explain(demo, "+15550100101"))
                .isEqualTo(new Reading(new ToPerson(DemoCompany.ALICE), Rule.OWN_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"104", "01456789", "014567890123", "+331456", "*99", "0045", "+"})
    void whatNobodyHasIsUnknown(String number) {
        assertThat(Dialling.read(demo, number))
                .isIn(new ToNowhere(Refusal.UNKNOWN_NUMBER), new ToNowhere(Refusal.NOT_A_NUMBER));
    }

    @Test
    void whatIsNoNumberAndNoNameSaysSo() {
        assertThat(Dialling.read(demo, "Zoe")).isEqualTo(new ToNowhere(Refusal.NOT_A_NUMBER));
        assertThat(Dialling.read(demo, "")).isEqualTo(new ToNowhere(Refusal.NOT_A_NUMBER));
        assertThat(Dialling.read(demo, "1".repeat(65)))
                .isEqualTo(new ToNowhere(Refusal.NOT_A_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 0612345678, +33612345678",
        "BE, 025551234, +3225551234",
        "BE, 0470123456, +32470123456",
        "CH, 0443334455, +41443334455",
        "GB, 02079460000, +442079460000",
        "DE, 030901820, +4930901820",
        "AT, 015123456, +4315123456",
        "IT, 0612345678, +390612345678",
        "ES, 912345678, +34912345678",
        "LU, 26123456, +35226123456",
        "US, 12025550123, +12025550123",
        "US, 2025550123, +12025550123",
        "CA, 6135550123, +16135550123"
    })
    void eachCountryDialsItsOwnNumbersItsOwnWay(String country, String dialled, String e164) {
        assertThat(Dialling.explain(DemoCompany.plan(country, List.of()), dialled))
                .isEqualTo(new Reading(new ToOutside(e164, false), Rule.NATIONAL));
    }

    @ParameterizedTest
    @CsvSource({"US, 911", "US, 988", "GB, 999", "DE, 110", "CH, 144", "BE, 101", "JP, 112"})
    void eachCountryHasItsOwnEmergencyNumbersBeforeAnyExtension(String country, String number) {
        assertThat(Dialling.read(DemoCompany.plan(country, List.of()), number))
                .isEqualTo(new ToOutside(number, true));
    }

    @ParameterizedTest
    @CsvSource({"FR, 3631", "FR, 1023", "US, 411", "GB, 111", "DE, 115", "CH, 1414"})
    void shortNumbersGoOutAsDialled(String country, String number) {
        assertThat(Dialling.explain(DemoCompany.plan(country, List.of()), number))
                .isEqualTo(new Reading(new ToOutside(number, false), Rule.SHORT_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 0899123456, 3389",
        "FR, +33899123456, 33899",
        "FR, 118218, 118",
        "BE, 090212345, 3290",
        "CH, 0900123456, 41900",
        "GB, 09012345678, 449",
        "GB, 118500, 1185",
        "DE, 09001234567, 49900",
        "AT, 0900123456, 43900",
        "NL, 09001234567, 31900",
        "ES, 806123456, 34806",
        "IT, 899123456, 39899",
        "PT, 760123456, 351760",
        "LU, 90512345, 352905",
        "US, 19005550123, 1900",
        "US, 9005550123, 1900",
        "FR, +449012345678, 449",
        "FR, +881612345678, 8816",
        "JP, +33899123456, 3389"
    })
    void aDearNumberIsClosedUntilItIsOpenedByName(String country, String number, String named) {
        List<String> whole = List.of("1", "3", "4", "8", "33", "44", "11", named + "0000");
        assertThat(Dialling.explain(DemoCompany.plan(country, List.of()), number).destination())
                .isEqualTo(new ToNowhere(Refusal.NOT_OPEN));
        assertThat(Dialling.explain(DemoCompany.plan(country, whole), number))
                .isEqualTo(new Reading(new ToNowhere(Refusal.NOT_OPEN), Rule.PREMIUM_RATE));
        assertThat(Dialling.read(DemoCompany.plan(country, List.of(named)), number))
                .isInstanceOf(ToOutside.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 0809123456",
        "FR, 0988123456",
        "GB, 02089123456",
        "GB, 08001111111",
        "DE, 030900123",
        "IT, 118",
        "US, 2129005550"
    })
    void whatOnlyLooksDearGoesOut(String country, String number) {
        assertThat(Dialling.read(DemoCompany.plan(country, List.of()), number))
                .isInstanceOf(ToOutside.class);
    }

    @Test
    void anExtensionComesBeforeAShortNumberOfTheCountry() {
        assertThat(Dialling.read(DemoCompany.plan("GB", List.of()), "101"))
                .isEqualTo(new ToPerson(DemoCompany.ALICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18765550123", "8765550123", "+18095550123", "01144207946000"})
    void fromTheUnitedStatesTheCaribbeanIsAbroad(String number) {
        assertThat(Dialling.explain(DemoCompany.plan("US", List.of()), number).rule())
                .isEqualTo(Rule.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15550100101", "15550100101", "0015550100101"})
    void aCallFromOutsideIsFoundInWhateverFormItsNumberComes(String called) {
        assertThat(Dialling.inbound(demo, called)).isEqualTo(new ToPerson(DemoCompany.ALICE));
    }

    @Test
    void aCallFromOutsideNeverReachesAnExtensionByItsDigits() {
        assertThat(Dialling.inbound(demo, "101")).isEqualTo(new ToNowhere(Refusal.UNKNOWN_NUMBER));
        assertThat(Dialling.inbound(demo, "")).isEqualTo(new ToNowhere(Refusal.UNKNOWN_NUMBER));
    }
}
