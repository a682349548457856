package org.sonnerie.pbx.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.Menu;

/** The keys of a menu that say it again in another language. */
final class MenuLanguages {
    private MenuLanguages() {}

    /** After the greeting each other language says in itself which key it has. */
    static List<CallSound> offered(Turn turn, Menu menu) {
        String spoken = Tongue.language(turn, turn.path().lead());
        List<CallSound> words = new ArrayList<>();
        menu.languages()
                .forEach((key, language) -> {
                    if (!language.equals(spoken)) {
                        Tongue tongue = new Tongue(turn.path().lead(), language);
                        words.addAll(tongue.said(List.of(new CallSound.Prompt("language-key"))));
                        words.addAll(tongue.said(SpokenWords.in(language).digits(key.toString())));
                    }
                });
        return words;
    }

    static Optional<String> chosen(Menu menu, String typed) {
        return typed.length() == 1
                ? Optional.ofNullable(menu.languages().get(typed.charAt(0)))
                : Optional.empty();
    }
}
