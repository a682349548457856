package org.sonnerie.pbx.push;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The browsers of the signed-in person that can be woken (docs/protocol.md). */
@RestController
@RequestMapping("/phone/push")
class PushController {
    private final Subscriptions subscriptions;
    private final Endpoints endpoints;
    private final VapidKey key;
    private final PushDesk desk;
    private final CallDesk calls;

    PushController(
            Subscriptions subscriptions,
            Endpoints endpoints,
            VapidKey key,
            PushDesk desk,
            CallDesk calls) {
        this.subscriptions = subscriptions;
        this.endpoints = endpoints;
        this.key = key;
        this.desk = desk;
        this.calls = calls;
    }

    /** A browser, as it describes its subscription; what is left out is null. */
    record Browser(
            @Nullable String old,
            @Nullable String endpoint,
            @Nullable String p256dh,
            @Nullable String auth) {
        @Override
        public String toString() {
            return "Browser[]";
        }
    }

    @GetMapping
    Map<String, String> key() {
        return Map.of("key", key.publicKey());
    }

    @PutMapping
    ResponseEntity<Map<String, String>> add(
            @AuthenticationPrincipal SignedIn me, @RequestBody Browser browser, Locale locale) {
        Optional<URI> endpoint = endpoints.read(text(browser.endpoint()));
        if (endpoint.isEmpty()) {
            return refused("push-endpoint");
        }
        String p256dh = text(browser.p256dh());
        String auth = text(browser.auth());
        if (BrowserKeys.read(p256dh, auth).isEmpty()) {
            return refused("push-keys");
        }
        String language = locale.getLanguage().equals("fr") ? "fr" : "en";
        boolean added =
                subscriptions.put(
                        new Subscription(
                                me.company(), me.person(), endpoint.get(), p256dh, auth, language));
        return added ? ResponseEntity.noContent().build() : refused("push-too-many");
    }

    /** A push service gave a browser another subscription while no page was open. */
    @PostMapping("/renewed")
    ResponseEntity<Map<String, String>> renew(
            @AuthenticationPrincipal SignedIn me, @RequestBody Browser browser) {
        Optional<Subscription> before = subscriptions.remove(me.person(), text(browser.old()));
        return before.isEmpty()
                ? ResponseEntity.notFound().build()
                : add(me, browser, Locale.forLanguageTag(before.get().language()));
    }

    @DeleteMapping
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal SignedIn me, @RequestBody Browser browser) {
        subscriptions.remove(me.person(), text(browser.endpoint()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/wakes/{wake}/shown")
    ResponseEntity<Void> shown(
            @AuthenticationPrincipal SignedIn me, @PathVariable("wake") String wake) {
        return desk.shown(me.person(), wake).isPresent()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    @PostMapping("/wakes/{wake}/declined")
    ResponseEntity<Void> declined(
            @AuthenticationPrincipal SignedIn me, @PathVariable("wake") String wake) {
        Optional<CallId> call = desk.shown(me.person(), wake);
        if (call.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        try {
            calls.hangUp(me.person(), call.get());
            return ResponseEntity.noContent().build();
        } catch (DeskRefusal over) {
            return ResponseEntity.notFound().build();
        }
    }

    private static String text(@Nullable String member) {
        return member == null ? "" : member;
    }

    private static ResponseEntity<Map<String, String>> refused(String code) {
        return ResponseEntity.unprocessableContent().body(Map.of("code", code));
    }
}
