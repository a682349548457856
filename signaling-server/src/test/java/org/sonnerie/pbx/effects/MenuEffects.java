package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;

/** What the fields of a menu do. */
final class MenuEffects {
    private MenuEffects() {}

    static List<Effect> all() {
        return List.of(
                field("menu.name", "menus.main.name=Front desk")
                        .call("bob dials Front desk")
                        .goes("bob hears unobtainable", "bob hears menu-welcome"),
                field("menu.extension", "menus.main.extension=601")
                        .call("bob dials 600")
                        .goes("bob hears menu-welcome", "bob hears unobtainable"),
                field("menu.greeting", "menus.main.greeting=summer")
                        .call("bob dials 600")
                        .goes("bob hears menu-welcome", "bob hears summer"),
                field("menu.keys", "menus.main.keys.1=person:carol")
                        .call("bob dials 600", "bob presses 1", "3 s pass")
                        .goes(
                                "bob hears ring_back; alice (for Main menu) trying",
                                "bob hears ring_back; carol (for Main menu) trying"),
                field("menu.extensionsDialable", "menus.main.extensionsDialable:=false")
                        .call("bob dials 600", "bob presses 103", "3 s pass")
                        .goes(
                                "bob hears ring_back; carol (for Main menu) trying",
                                "bob hears ring_back; alice (for Main menu) trying"),
                field("menu.languages", "menus.main.languages.2=fr")
                        .call("bob dials 600", "bob presses 2", "3 s pass")
                        .goes("bob hears menu-invalid menu-welcome", "bob hears menu-welcome@fr"),
                field("menu.timeoutSeconds", "menus.main.timeoutSeconds:=7")
                        .call("bob dials 600", "bob listens", "7 s pass")
                        .goes("bob up", "bob hears menu-welcome"),
                field("menu.timeoutSeconds", "menus.main.timeoutSeconds:=9")
                        .call("bob dials 600", "bob listens", "8 s pass")
                        .goes("bob hears menu-welcome", "bob up"),
                field("menu.maxTries", "menus.main.maxTries:=1")
                        .call("bob dials 600", "bob listens", "8 s pass")
                        .goes("bob hears menu-welcome", "bob hears menu-goodbye"),
                field("menu.afterTimeout", "menus.main.afterTimeout=person:alice")
                        .given("menus.main.maxTries:=1")
                        .call("bob dials 600", "bob listens", "8 s pass")
                        .goes(
                                "bob hears menu-goodbye",
                                "bob hears ring_back; alice (for Main menu) trying"),
                field("menu.afterInvalid", "menus.main.afterInvalid=person:alice")
                        .given("menus.main.maxTries:=1")
                        .call("bob dials 600", "bob presses 9", "3 s pass")
                        .goes(
                                "bob hears menu-invalid menu-goodbye",
                                "bob hears ring_back; alice (for Main menu) trying"));
    }
}
