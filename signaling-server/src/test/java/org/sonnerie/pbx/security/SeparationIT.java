package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;

/**
 * An admin of one company asks every address there is for what belongs to another: by its ids, and
 * by lists. New addresses are asked too: they must stand in {@code endpoints.txt}.
 */
class SeparationIT {
    private static final CompanyId OTHERS = new CompanyId("other-company");
    private static final PersonId THEIRS = new PersonId("zz-their-person");

    /** Stands in each name of the other company, and in none of the first. */
    private static final String MARK = "Zzyzx";

    private static final List<String> THEIR_IDS =
            List.of(
                    "zz-their-person",
                    "zz-group",
                    "zz-queue",
                    "zz-menu",
                    "zz-room",
                    "zz-trunk",
                    "zz-hours",
                    "+15550199901",
                    "other-company");

    private static final String PLAN =
            """
            {"company": {"name": "Zzyzx AG", "country": "FR", "language": "en", "timeZone": "Europe/Paris"},
             "people": [{"id": "zz-their-person", "name": "Zzyzx Person", "extension": "901", "ringSeconds": 20}],
             "groups": [{"id": "zz-group", "name": "Zzyzx Group", "extension": "902", "members": ["zz-their-person"], "ringSeconds": 20}],
             "queues": [{"id": "zz-queue", "name": "Zzyzx Queue", "extension": "903", "agents": ["zz-their-person"]}],
             "menus": [{"id": "zz-menu", "name": "Zzyzx Menu", "extension": "904", "greeting": "menu-welcome", "keys": {"1": "group:zz-group"}, "extensionsDialable": true, "timeoutSeconds": 8, "maxTries": 3}],
             "rooms": [{"id": "zz-room", "name": "Zzyzx Room", "extension": "905", "pin": "1234"}],
             "hours": [{"id": "zz-hours", "name": "Zzyzx Hours", "week": {"mon": ["09:00-12:00"]}, "holidays": []}],
             "numbers": [{"number": "+15550199901", "to": "menu:zz-menu"}],
             "trunks": [{"id": "zz-trunk", "name": "Zzyzx Trunk", "host": "127.0.0.1", "port": 9, "transport": "udp", "allowedSources": [], "codecs": ["pcma"], "mediaNetworks": []}],
             "dialling": {"codes": {}, "openCallingCodes": []}}
            """;

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        server.bean(Companies.class).add(new Company(OTHERS, MARK + " AG"));
        server.bean(Invitations.class)
                .invite(new Account(THEIRS, OTHERS, "zz.person", MARK + " Person", Role.ADMIN));
        server.bean(Published.class).publish(OTHERS, PLAN);
        admin = Browser.signedIn(server, "admin");
        admin.get("/account");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Stream<String> endpoints(String method) {
        return Endpoints.rows().keySet().stream()
                .filter(endpoint -> Endpoints.method(endpoint).equals(method));
    }

    /** Of each kind of parts, where an address is that of any. */
    private static List<String> paths(String endpoint) {
        return endpoint.contains("/parts/{kind}")
                ? Arrays.stream(PartKind.values())
                        .flatMap(kind -> ofIds(endpoint.replace("{kind}", kind.path())).stream())
                        .toList()
                : ofIds(endpoint);
    }

    private static List<String> ofIds(String endpoint) {
        return endpoint.contains("{id}")
                        || endpoint.contains("{person}")
                        || endpoint.contains("{name}")
                ? THEIR_IDS.stream()
                        .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .map(id -> Endpoints.filled(endpoint, id))
                        .toList()
                : List.of(Endpoints.filled(endpoint, "x"));
    }

    @Test
    void nothingOfAnotherCompanyIsShown() {
        List<String> shown = new ArrayList<>();
        endpoints("GET")
                .flatMap(endpoint -> paths(endpoint).stream())
                .filter(path -> !path.equals("/login/code"))
                // Goes on for ever; that it shows nothing of others is LiveIT's.
                .filter(path -> !path.equals("/admin/live/events"))
                .forEach(path -> {
                    HttpResponse<String> answer = admin.get(path);
                    if (answer.body().contains(MARK)) {
                        shown.add(path + " " + answer.statusCode());
                    }
                });

        assertThat(shown).isEmpty();
    }

    @Test
    void whatHasAnIdOfAnotherCompanyIsNotThere() {
        List<String> found = new ArrayList<>();
        endpoints("GET")
                .filter(endpoint -> endpoint.contains("{id}") && !endpoint.contains("/trials/"))
                // The provider's pages are closed to every admin, whatever there is (EndpointsIT).
                .filter(endpoint -> !endpoint.contains("/provider/"))
                .flatMap(endpoint -> paths(endpoint).stream())
                .forEach(path -> {
                    int status = admin.get(path).statusCode();
                    // 400: no id of ours looks like this.
                    if (status != 404 && !(status == 400 && path.contains("%2B"))) {
                        found.add(path + " " + status);
                    }
                });

        assertThat(found).isEmpty();
    }

    @Test
    void nothingOfAnotherCompanyIsChanged() {
        String plan = server.bean(Published.class).document(OTHERS);
        List<Account> people = server.bean(People.class).of(OTHERS);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            endpoints(method)
                    .filter(endpoint -> endpoint.contains("{"))
                    .flatMap(endpoint -> paths(endpoint).stream())
                    .forEach(path -> {
                        HttpResponse<String> answer =
                                admin.ask(
                                        method,
                                        path,
                                        "{}",
                                        Map.of("Content-Type", "application/json"));
                        assertThat(answer.statusCode()).as(method + " " + path).isNotEqualTo(500);
                        assertThat(answer.body()).as(method + " " + path).doesNotContain(MARK);
                    });
        }

        assertThat(server.bean(Published.class).document(OTHERS)).isEqualTo(plan);
        assertThat(server.bean(People.class).of(OTHERS)).isEqualTo(people);
    }
}
