package org.sonnerie.pbx.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TlsLine;
import org.sonnerie.pbx.plan.CompanyId;

/** At an address of its own a company's people find its name and logo, before they sign in. */
@BothDatabases({"Brands"})
class BrandIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final CompanyId OTHER = new CompanyId("other");
    private static final String LOGO = "/admin/logo";
    private static final String ADDRESS = "/provider/companies/boulangerie-martin/address";
    private static final String SHOWN = "src=\"data:image/png;base64,";
    private static final String NAMED = "<span>Boulangerie Martin</span>";

    private static RunningServer server;
    private static Browser admin;
    private static Browser provider;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        provider = Browser.signedIn(server, "provider");
        server.bean(Companies.class).add(new Company(OTHER, "Other"));
        server.bean(Brands.class)
                .reach(
                        OTHER,
                        new Brand.Address(Optional.of("other.example.org"), Optional.of("other")));
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** As a browser that asks for another name of this server. */
    private static String at(String host, String path) throws IOException {
        int port = server.port(Service.HTTPS);
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        try (Socket socket =
                TlsLine.trustingAll().getSocketFactory().createSocket(plain, host, port, true)) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FormPage.Answer reach(String host, String path) {
        return FormPage.open(provider, ADDRESS).with("host", host).with("path", path).send();
    }

    @Test
    void theLogInPageOfItsOwnHostShowsTheCompanyAndNoOther() throws Exception {
        assertThat(reach("Phone.Martin.Example", "").status()).isEqualTo(302);
        admin.sendFile(LOGO, LOGO, "file", picture());

        assertThat(at("phone.martin.example", "/login"))
                .contains(SHOWN, "alt=\"Boulangerie Martin\"");
        assertThat(at("PHONE.martin.example", "/login")).contains(SHOWN);
        assertThat(at("other.example.org", "/login")).contains("<span>Other</span>");
        assertThat(at("localhost", "/login")).contains("<span>Sonnerie</span>");
        assertThat(admin.get("/admin/people").body()).contains(SHOWN);
        assertThat(admin.get(LOGO).body()).contains("https://phone.martin.example/login");

        FormPage.form(admin, LOGO, "/delete").send();

        assertThat(at("phone.martin.example", "/login")).contains(NAMED).doesNotContain(SHOWN);
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Changed the logo", "Changed the company’s addresses");
        reach("", "");
        assertThat(at("phone.martin.example", "/login")).contains("<span>Sonnerie</span>");
    }

    @Test
    void aNameInTheAddressIsRememberedByTheBrowser() {
        reach("", "martin");
        Browser guest = new Browser(server);

        var answer = guest.get("/at/martin");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("at=martin;")
                                .contains("HttpOnly", "SameSite=Lax"));
        assertThat(guest.get("/login").body()).contains(NAMED);
        assertThat(guest.get("/at/nobody").statusCode()).isEqualTo(404);
        assertThat(guest.get("/at/..%2Fadmin").statusCode()).isBetween(400, 404);
        assertThat(new Browser(server).get("/login").body()).doesNotContain(NAMED);
        reach("", "");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, '', host, 'A full host name, such as phone.example.org.'",
        "127.0.0.1, '', host, 'A full host name, such as phone.example.org.'",
        "'a b.example.org', '', host, 'A full host name, such as phone.example.org.'",
        "-a.example.org, '', host, 'A full host name, such as phone.example.org.'",
        "other.example.org, '', host, Another company has one of these addresses.",
        "'', other, path, Another company has one of these addresses.",
        "'', a/b, path, 'Up to 40 small letters, digits, and hyphens between them.'",
        "'', -a, path, 'Up to 40 small letters, digits, and hyphens between them.'"
    })
    void anAddressThatCannotBeIsRefusedBesideTheField(
            String host, String path, String field, String problem) {
        FormPage page =
                FormPage.open(provider, ADDRESS).with("host", host).with("path", path).sentBack();

        assertThat(page.problem(field)).isEqualTo(problem);
        assertThat(page.value("host")).isEqualTo(host);
        assertThat(page.value("path")).isEqualTo(path);
        assertThat(server.bean(Brands.class).of(MARTIN).orElseThrow().address())
                .isEqualTo(Brand.Address.NONE);
    }

    @Test
    void whatIsNoPictureIsRefusedAndTheOldLogoStays() throws Exception {
        admin.sendFile(LOGO, LOGO, "file", picture());

        var answer = admin.sendFile(LOGO, LOGO, "file", "<svg/>".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("This file is no picture that can be read.", SHOWN);
        FormPage.form(admin, LOGO, "/delete").send();
    }
}
