package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.Person;

class PeopleImportIT {
    private static final String PAGE = "/admin/people/import";

    private static RunningServer server;
    private static Martin martin;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        martin = new Martin(server);
        admin = Browser.signedIn(server, "admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Document look(byte[] file) {
        return Jsoup.parse(admin.sendFile(PAGE, PAGE + "/preview", "file", file).body());
    }

    private static Document look(String list) {
        return look(list.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> add(String list) {
        return admin.sendFile(PAGE, PAGE, "list", list.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void peopleOfAListArePreviewedAndThenAddedWithTheirLinks() {
        String list =
                """
                Name;User name;Extension;E-mail;Department;Role;Shoe size
                "Dupont; Émile";emile;190;emile@example.org;Bakery;;42
                Fanny Roux;fanny;;;Shop;administratrice;38
                """;
        int before = martin.plan().people().size();

        Document preview = look(list);

        assertThat(preview.text()).contains("Dupont; Émile", "190", "Shoe size", "Can be added");
        assertThat(preview.select("form[action$=/import] textarea").text()).contains("Fanny Roux");
        assertThat(martin.plan().people()).hasSize(before);

        HttpResponse<String> added = add(list);

        assertThat(added.body()).contains("2 people are added.", "/welcome/");
        Person emile = martin.plan().person(martin.account("emile").id()).orElseThrow();
        assertThat(emile.name()).isEqualTo("Dupont; Émile");
        assertThat(emile.extension()).isEqualTo("190");
        assertThat(emile.contact().email()).contains("emile@example.org");
        assertThat(martin.account("fanny").role()).isEqualTo(Role.ADMIN);
        String link = Jsoup.parse(added.body()).select("td.link-text").eachText().getFirst();
        String path = link.substring(link.indexOf("/welcome/"));
        Browser his = new Browser(server);
        his.submit(path, path, Map.of("password", "quite long indeed"));
        assertThat(his.signIn("emile", "quite long indeed").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/"));
    }

    @Test
    void whatIsWrongIsToldLineByLineAndNobodyIsAdded() {
        String list =
                """
                name,user name,extension,role
                Gilles,gilles,101,
                ,nameless,,
                Hugo,hugo hugo,,boss
                Ines,ines,,
                Ines Again,INES,,
                Alice Again,alice,,
                """;

        Document preview = look(list);

        assertThat(preview.select("tbody tr").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).contains("Extension 101 is already that of Alice."),
                        one -> assertThat(one).contains("Give a name"),
                        one ->
                                assertThat(one)
                                        .contains("Use 2 to 64 letters", "\"boss\" is no role"),
                        one -> assertThat(one).contains("Can be added"),
                        one -> assertThat(one).contains("\"INES\" stands in the list twice."),
                        one -> assertThat(one).contains("Somebody has this user name already."));
        assertThat(preview.select("form[action$=/import] textarea")).isEmpty();
        assertThat(add(list).body()).contains("Nothing was added");
        assertThat(server.bean(People.class).credentials("ines")).isEmpty();
    }

    @Test
    void whoeverHasNotChosenAPasswordCannotSignIn() {
        add("name,user name\nJo,jo.jo\n");

        assertThat(new Browser(server).signIn("jo.jo", "-").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("refused"));
    }

    @Test
    void olderSpreadsheetsAndNonsenseAreUnderstoodOrRefusedInWords() {
        byte[] older = "nom;identifiant\nZoé;zoe.b\n".getBytes(Charset.forName("windows-1252"));
        assertThat(look(older).text()).contains("Zoé", "zoe.b");
        assertThat(look("\uFEFFname\tuser name\nKim\tkim\n").text()).contains("Kim", "kim");
        assertThat(look("").text()).contains("There is nobody in this list.");
        assertThat(look("a,b\nc,d\n").text()).contains("must name the columns");
        assertThat(look("name,user name\n\"x,y\n").text()).contains("quotation marks do not fit");
        assertThat(look("name,user name,nom\nA,b,c\n").text())
                .contains("A column stands in the list twice.");
        String many =
                IntStream.rangeClosed(1, 10_001)
                        .mapToObj(i -> "N" + i + ",u" + i)
                        .collect(Collectors.joining("\n", "name,user name\n", "\n"));
        assertThat(look(many).text()).contains("At most 10,000 people");
    }

    @Test
    void nobodyIsGivenAnEmergencyNumberAsExtension() {
        String list =
                IntStream.rangeClosed(1, 14)
                        .mapToObj(i -> "Twelve %d,twelve%d".formatted(i, i))
                        .collect(Collectors.joining("\n", "name,user name\n", "\n"));

        assertThat(add(list).body()).contains("14 people are added.");

        assertThat(martin.plan().people().stream().map(Person::extension))
                .contains("111", "113")
                .doesNotContain("112");
    }

    @Test
    void aThousandPeopleAreOneVersion() {
        long version = martin.plan().version().published();
        int people = martin.plan().people().size();
        String list =
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> "Person %d,person%d,%d".formatted(i, i, 10_000 + i))
                        .collect(Collectors.joining("\n", "name,user name,extension\n", "\n"));

        assertThat(add(list).body()).contains("1,000 people are added.");

        assertThat(martin.plan().people()).hasSize(people + 1_000);
        assertThat(martin.plan().version().published()).isEqualTo(version + 1);
    }
}
