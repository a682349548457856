package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Menu;

/** A menu that greets, waits for keys and leads on. */
final class MenuTalk {
    /** How long a key waits that may be the first of an extension. */
    private static final Duration FIRST_KEY = Duration.ofMillis(1_500);

    /** How long the next key of an extension is waited for. */
    private static final Duration NEXT_KEY = Duration.ofSeconds(3);

    /** Longer than any greeting is: one whose end is not told cannot stop the menu. */
    private static final Duration GREETING = Duration.ofMinutes(2);

    private MenuTalk() {}

    static void enter(Turn turn, Menu menu) {
        turn.answerCaller();
        greet(turn, menu, 1, List.of());
    }

    private static void greet(Turn turn, Menu menu, int attempt, List<CallSound> before) {
        List<CallSound> sounds = new ArrayList<>(before);
        sounds.add(new CallSound.Prompt(menu.greeting()));
        sounds.addAll(MenuLanguages.offered(turn, menu));
        turn.because(new Reason.MenuGreets(menu.id(), attempt));
        turn.stage(
                new Stage.Choosing(
                        menu.id(),
                        attempt,
                        "",
                        Optional.of(turn.programme(false, sounds)),
                        turn.at().plus(GREETING)));
    }

    /** The page is back: it has heard nothing, so the menu greets again. */
    static void again(Turn turn, Stage.Choosing choosing) {
        menuOf(turn, choosing).ifPresent(menu -> greet(turn, menu, choosing.attempt(), List.of()));
    }

    static void playEnded(Turn turn, Stage.Choosing choosing, PlayId play) {
        boolean mine = choosing.hears().filter(said -> said.play().equals(play)).isPresent();
        if (mine) {
            menuOf(turn, choosing)
                    .ifPresent(menu ->
                            await(
                                    turn,
                                    choosing,
                                    "",
                                    Duration.ofSeconds(menu.patience().timeoutSeconds())));
        }
    }

    private static void await(Turn turn, Stage.Choosing choosing, String typed, Duration patience) {
        turn.stage(
                new Stage.Choosing(
                        choosing.menu(),
                        choosing.attempt(),
                        typed,
                        Optional.empty(),
                        turn.at().plus(patience)));
    }

    static void key(Turn turn, Stage.Choosing choosing, char digit) {
        Optional<Menu> menu = menuOf(turn, choosing);
        if (menu.isEmpty() || "0123456789*#ABCD".indexOf(digit) < 0) {
            return;
        }
        if (digit != '#') {
            typed(turn, choosing, menu.get(), choosing.typed() + digit);
        } else if (!choosing.typed().isEmpty()) {
            resolve(turn, choosing, menu.get(), choosing.typed());
        }
    }

    private static void typed(Turn turn, Stage.Choosing choosing, Menu menu, String typed) {
        if (menu.extensionsDialable() && turn.plan().longerExtensionExists(typed)) {
            await(turn, choosing, typed, typed.length() == 1 ? FIRST_KEY : NEXT_KEY);
        } else {
            resolve(turn, choosing, menu, typed);
        }
    }

    private static void resolve(Turn turn, Stage.Choosing choosing, Menu menu, String typed) {
        Optional<String> language = MenuLanguages.chosen(menu, typed);
        if (language.isPresent()) {
            Tongue.speak(
                    turn, new LanguageReason.ByKey(menu.id(), typed.charAt(0), language.get()));
            greet(turn, menu, choosing.attempt(), List.of());
            return;
        }
        Optional<Destination> chosen = chosen(turn, menu, typed);
        if (chosen.isPresent()) {
            turn.because(new Reason.MenuChosen(menu.id(), typed, chosen.get()));
            turn.chosen();
            Routing.go(turn, chosen.get(), menu.name());
        } else {
            turn.because(new Reason.MenuNotUnderstood(menu.id(), Optional.of(typed)));
            List<CallSound> told = List.of(new CallSound.Prompt("menu-invalid"));
            retry(turn, choosing, menu, told, menu.patience().notUnderstood());
        }
    }

    private static Optional<Destination> chosen(Turn turn, Menu menu, String typed) {
        Optional<Destination> key =
                typed.length() == 1
                        ? Optional.ofNullable(menu.keys().get(typed.charAt(0)))
                        : Optional.empty();
        Optional<Destination> extension =
                menu.extensionsDialable() ? turn.plan().atExtension(typed) : Optional.empty();
        return key.or(() -> extension)
                .filter(destination -> !(destination instanceof Destination.ToNowhere));
    }

    static void timedOut(Turn turn, Stage.Choosing choosing) {
        Optional<Menu> known = menuOf(turn, choosing);
        if (known.isEmpty()) {
            turn.endAll(EndReason.NO_CHOICE);
            return;
        }
        Menu menu = known.get();
        if (choosing.typed().isEmpty()) {
            turn.because(new Reason.MenuNotUnderstood(menu.id(), Optional.empty()));
            retry(turn, choosing, menu, List.of(), menu.patience().nothingTyped());
        } else {
            resolve(turn, choosing, menu, choosing.typed());
        }
    }

    private static void retry(
            Turn turn,
            Stage.Choosing choosing,
            Menu menu,
            List<CallSound> before,
            Optional<Destination> inVain) {
        if (choosing.attempt() < menu.patience().maxTries()) {
            greet(turn, menu, choosing.attempt() + 1, before);
        } else if (inVain.isPresent()) {
            turn.because(new Reason.MenuLeadsOn(menu.id(), inVain.get()));
            Routing.go(turn, inVain.get(), menu.name());
        } else {
            giveUp(turn, menu, before);
        }
    }

    private static void giveUp(Turn turn, Menu menu, List<CallSound> before) {
        turn.because(new Reason.MenuGaveUp(menu.id()));
        List<CallSound> sounds = new ArrayList<>(before);
        sounds.add(new CallSound.Prompt("menu-goodbye"));
        Farewell.bid(turn, EndReason.NO_CHOICE, sounds);
    }

    private static Optional<Menu> menuOf(Turn turn, Stage.Choosing choosing) {
        return turn.plan().menu(choosing.menu());
    }
}
