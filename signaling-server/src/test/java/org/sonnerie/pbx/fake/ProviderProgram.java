package org.sonnerie.pbx.fake;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Makes tokens of the provider, as he does on his page. */
public final class ProviderProgram {
    private static final String PAGE = "/provider/tokens";

    private ProviderProgram() {}

    /** With a token that the provider makes for it. */
    public static Program of(RunningServer server, Browser provider, String name, String... may) {
        Document form = Jsoup.parse(provider.get(PAGE).body());
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        sent.add(Map.entry("_csrf", form.select("input[name=_csrf]").attr("value")));
        sent.add(Map.entry("name", name));
        sent.add(Map.entry("days", "30"));
        for (String scope : may) {
            sent.add(Map.entry("scopes", scope));
        }
        HttpResponse<String> made = provider.send(PAGE, sent);
        String secret = Jsoup.parse(made.body()).select("#secret").text();
        if (secret.isEmpty()) {
            throw new AssertionError(made.statusCode() + " " + made.body());
        }
        return new Program(server, secret);
    }
}
