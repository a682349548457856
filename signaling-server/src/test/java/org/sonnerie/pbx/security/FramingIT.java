package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/**
 * No page of ours stands in a frame of somebody else's, whatever is answered and to whom. (What
 * Jetty refuses itself, as no address at all, is a bare text with nothing to click.)
 */
class FramingIT {
    private static final List<String> NO_ADDRESSES =
            List.of("/no-such-page", "/admin/no-such-page", "/api/v1/no-such", "/assets/no");

    @Test
    void everyAnswerRefusesToBeFramed() {
        List<String> framed = new ArrayList<>();
        int pages = 0;
        try (RunningServer server = RunningServer.demo()) {
            List<Browser> browsers =
                    List.of(
                            new Browser(server),
                            Browser.signedIn(server, "admin"),
                            Browser.signedIn(server, "provider"));
            List<String> paths =
                    Stream.concat(
                                    NO_ADDRESSES.stream(),
                                    Endpoints.rows().keySet().stream()
                                            .filter(endpoint -> endpoint.startsWith("GET "))
                                            // They go on for ever.
                                            .filter(endpoint -> !endpoint.contains("/events"))
                                            .map(endpoint -> Endpoints.filled(endpoint, "alice")))
                            .toList();
            for (String path : paths) {
                for (Browser browser : browsers) {
                    HttpResponse<String> answer = browser.get(path);
                    pages += answer.body().contains("<html") ? 1 : 0;
                    if (!refusesFrames(answer)) {
                        framed.add(path + " " + answer.statusCode() + " " + answer.headers().map());
                    }
                }
            }
        }
        assertThat(framed).isEmpty();
        assertThat(pages).as("pages looked at").isGreaterThan(40);
    }

    private static boolean refusesFrames(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Security-Policy")
                .filter(policy -> policy.contains("frame-ancestors 'none'"))
                .isPresent();
    }
}
