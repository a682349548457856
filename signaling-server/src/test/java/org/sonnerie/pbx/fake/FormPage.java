package org.sonnerie.pbx.fake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A page with a form, filled in and sent as a browser does: what is not touched is sent as it is.
 */
public final class FormPage {
    private final Browser browser;
    private final Document page;
    private final FormElement form;

    private FormPage(Browser browser, String html, String path, String wanted) {
        this.browser = browser;
        this.page = Jsoup.parse(html, path);
        this.form =
                page.select("form").stream()
                        .map(FormElement.class::cast)
                        .filter(one -> one.attr("action").endsWith(wanted))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no form " + wanted + ": " + html));
    }

    /** Opens a page; its form is the one whose action ends with the page's own path. */
    public static FormPage open(Browser browser, String path) {
        return form(browser, path, path);
    }

    /** Opens a page, and takes the form whose action ends so. */
    public static FormPage form(Browser browser, String path, String action) {
        return new FormPage(browser, browser.get(path).body(), path, action);
    }

    /** Types into a field that there is once. */
    public FormPage with(String name, String value) {
        Element input = input(name);
        switch (input.tagName()) {
            case "select" -> choose(input, value);
            case "textarea" -> input.text(value);
            default -> type(input, value);
        }
        return this;
    }

    private static void type(Element input, String value) {
        if (!input.attr("type").equals("checkbox")) {
            input.val(value);
        } else if (value.isEmpty()) {
            input.removeAttr("checked");
        } else {
            input.attr("checked", "checked");
        }
    }

    private static void choose(Element select, String value) {
        select.select("option").forEach(option -> option.removeAttr("selected"));
        Element chosen =
                select.select("option").stream()
                        .filter(option -> option.attr("value").equals(value))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no option " + value));
        chosen.attr("selected", "selected");
    }

    /** Types into rows of one name, from the first on; the others are emptied. */
    public FormPage rows(String name, String... values) {
        List<Element> rows = inputs(name);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).val(i < values.length ? values[i] : "");
        }
        return this;
    }

    private Element input(String name) {
        return inputs(name).getFirst();
    }

    private List<Element> inputs(String name) {
        List<Element> all =
                form.select("input, select, textarea").stream()
                        .filter(one -> one.attr("name").equals(name))
                        .toList();
        if (all.isEmpty()) {
            throw new AssertionError("no field " + name);
        }
        return all;
    }

    public String value(String name) {
        Element input = input(name);
        return switch (input.tagName()) {
            case "select" -> input.select("option[selected]").attr("value");
            case "textarea" -> input.text();
            default ->
                    input.attr("type").equals("checkbox")
                            ? input.hasAttr("checked") ? "yes" : ""
                            : input.val();
        };
    }

    public List<String> values(String name) {
        return inputs(name).stream().map(Element::val).filter(one -> !one.isEmpty()).toList();
    }

    /** What stands beside a field as its problem; empty: nothing. */
    public String problem(String name) {
        Element problem = page.getElementById("problem-" + name);
        return problem == null ? "" : problem.text();
    }

    public String text() {
        return page.body().text();
    }

    public Document page() {
        return page;
    }

    /** Sends it, and goes where the answer leads. */
    public Answer send() {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        form.formData().forEach(pair -> pairs.add(Map.entry(pair.key(), pair.value())));
        var answer = browser.send(form.attr("action"), pairs);
        String location = answer.headers().firstValue("Location").map(FormPage::path).orElse("");
        String body = location.isEmpty() ? answer.body() : browser.get(location).body();
        return new Answer(browser, answer.statusCode(), location, body);
    }

    private static String path(String location) {
        URI uri = URI.create(location);
        return uri.getRawQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getRawQuery();
    }

    /** The same form as it came back, with what is to be mended. */
    public FormPage sentBack() {
        Answer answer = send();
        if (answer.status() != 200) {
            throw new AssertionError("not sent back: " + answer);
        }
        return new FormPage(browser, answer.body(), page.location(), form.attr("action"));
    }

    /**
     * What a form was answered.
     *
     * @param browser that sent it
     * @param status of HTTP
     * @param location where it led; empty: nowhere else
     * @param body of the page it led to
     */
    public record Answer(Browser browser, int status, String location, String body) {
        /** A form of the page it led to. */
        public FormPage form(String action) {
            return new FormPage(browser, body, location, action);
        }
    }
}
