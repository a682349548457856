package org.sonnerie.pbx.guests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The guest links of the signed-in person, for his phone page (docs/protocol.md). */
@RestController
@RequestMapping("/phone/guest-links")
class GuestLinkController {
    private static final int LONGEST_HOURS = 30 * 24;
    private static final int MOST = 50;

    private final GuestLinks links;
    private final RoomDesk rooms;

    GuestLinkController(GuestLinks links, RoomDesk rooms) {
        this.links = links;
        this.rooms = rooms;
    }

    /** All that still let in. */
    record Answer(List<Item> links) {}

    /** One link. */
    record Item(String id, String room, String path, Instant expires) {}

    /** What is wanted. */
    record Wish(String room, int hours) {}

    @GetMapping
    Answer all(@AuthenticationPrincipal SignedIn me) {
        return new Answer(links.of(me.company(), me.person()).stream().map(this::item).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item make(@AuthenticationPrincipal SignedIn me, @RequestBody Wish wish) {
        RoomId room = room(wish);
        if (wish.hours() < 1 || wish.hours() > LONGEST_HOURS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "hours: 1 to 720");
        }
        if (!rooms.moderates(me.person(), room)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "not a moderator there");
        }
        if (links.of(me.company(), me.person()).size() >= MOST) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "too many links");
        }
        return item(links.make(me.company(), me.person(), room, Duration.ofHours(wish.hours())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        if (!links.revoke(me.company(), me.person(), id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static RoomId room(Wish wish) {
        try {
            return new RoomId(wish.room());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "room: an id", e);
        }
    }

    private Item item(GuestLink link) {
        return new Item(link.id(), link.room().text(), links.path(link), link.expires());
    }
}
