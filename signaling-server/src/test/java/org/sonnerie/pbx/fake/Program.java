package org.sonnerie.pbx.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Uses the REST interface with a token, as a program does: without cookies. */
public final class Program {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningServer server;
    private final String token;

    public Program(RunningServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** With a token that an admin makes for it. */
    public static Program of(RunningServer server, Browser admin, String name, String... scopes) {
        String wish =
                "{\"name\":\"%s\",\"scopes\":[\"%s\"]}"
                        .formatted(name, String.join("\",\"", scopes));
        HttpResponse<String> made =
                admin.ask(
                        "POST", "/api/v1/tokens", wish, Map.of("Content-Type", "application/json"));
        if (made.statusCode() != 201) {
            throw new AssertionError(made.body());
        }
        return new Program(server, made.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1"));
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path) {
        return ask("GET", path, "", Map.of());
    }

    public HttpResponse<String> post(String path, String json) {
        return ask("POST", path, json, Map.of());
    }

    public HttpResponse<String> ask(
            String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.http(path))
                        .setHeader("Authorization", "Bearer " + token)
                        .setHeader("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
