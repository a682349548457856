package org.sonnerie.pbx.publish;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Destination.Refusal;
import org.sonnerie.pbx.plan.Destination.ToAnnouncement;
import org.sonnerie.pbx.plan.Destination.ToDirectory;
import org.sonnerie.pbx.plan.Destination.ToEcho;
import org.sonnerie.pbx.plan.Destination.ToGroup;
import org.sonnerie.pbx.plan.Destination.ToHangUp;
import org.sonnerie.pbx.plan.Destination.ToMailbox;
import org.sonnerie.pbx.plan.Destination.ToMailboxOf;
import org.sonnerie.pbx.plan.Destination.ToMenu;
import org.sonnerie.pbx.plan.Destination.ToMusic;
import org.sonnerie.pbx.plan.Destination.ToNowhere;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Destination.ToOwnMailbox;
import org.sonnerie.pbx.plan.Destination.ToPark;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.Destination.ToPickup;
import org.sonnerie.pbx.plan.Destination.ToQueue;
import org.sonnerie.pbx.plan.Destination.ToRoom;
import org.sonnerie.pbx.plan.Destination.ToRoute;
import org.sonnerie.pbx.plan.Destination.ToSlot;
import org.sonnerie.pbx.plan.Destination.ToVoicemailAccess;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RouteId;

/** A destination as one word of the plan document, such as {@code group:sales}. */
final class DestinationText {
    private DestinationText() {}

    /**
     * Writes.
     *
     * @param destination to be written
     * @return such as {@code person:alice}
     */
    static String of(Destination destination) {
        return switch (destination) {
            case ToPerson(PersonId id) -> "person:" + id;
            case ToGroup(GroupId id) -> "group:" + id;
            case ToQueue(QueueId id, int priority) ->
                    "queue:" + id + (priority == 0 ? "" : ":" + priority);
            case ToMenu(MenuId id) -> "menu:" + id;
            case ToRoom(RoomId id) -> "room:" + id;
            case ToRoute(RouteId id) -> "route:" + id;
            case ToAnnouncement(AnnouncementId id) -> "announcement:" + id;
            case ToHangUp() -> "hangup";
            case ToOutside(String number, boolean emergency) ->
                    (emergency ? "emergency:" : "outside:") + number;
            case ToEcho() -> "echo";
            case ToMusic() -> "music";
            case ToMailbox(var box) -> box.toString();
            case ToOwnMailbox() -> "own-mailbox";
            case ToMailboxOf(String extension) -> "own-mailbox:" + extension;
            case ToVoicemailAccess() -> "voicemail-access";
            case ToDirectory() -> "directory";
            case ToPark() -> "park";
            case ToSlot(String slot) -> "slot:" + slot;
            case ToPickup(String extension) ->
                    extension.isEmpty() ? "pickup" : "pickup:" + extension;
            case ToNowhere(Refusal _) -> "nowhere";
        };
    }

    /**
     * Writes what may be left out.
     *
     * @param destination to be written
     * @return null: there is none
     */
    static @Nullable String of(Optional<Destination> destination) {
        return destination.map(DestinationText::of).orElse(null);
    }

    /**
     * Reads.
     *
     * @param text such as {@code person:alice}
     * @return the destination
     * @throws FlawedTextException if it is none
     */
    static Destination read(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "person" -> new ToPerson(new PersonId(name));
            case "group" -> new ToGroup(new GroupId(name));
            case "queue" -> queue(name);
            case "menu" -> new ToMenu(new MenuId(name));
            case "room" -> new ToRoom(new RoomId(name));
            case "route" -> new ToRoute(new RouteId(name));
            case "announcement" -> new ToAnnouncement(new AnnouncementId(name));
            case "hangup" -> new ToHangUp();
            case "outside" -> new ToOutside(name, false);
            case "emergency" -> new ToOutside(name, true);
            case "echo" -> new ToEcho();
            case "music" -> new ToMusic();
            case "mailbox" -> new ToMailbox(MailboxId.of(new PersonId(name)));
            case "group-mailbox" -> new ToMailbox(MailboxId.of(new GroupId(name)));
            case "queue-mailbox" -> new ToMailbox(MailboxId.of(new QueueId(name)));
            case "own-mailbox" -> name.isEmpty() ? new ToOwnMailbox() : new ToMailboxOf(name);
            case "voicemail-access" -> new ToVoicemailAccess();
            case "directory" -> new ToDirectory();
            case "park" -> new ToPark();
            case "slot" -> new ToSlot(name);
            case "pickup" -> new ToPickup(name);
            case "nowhere" -> new ToNowhere(Refusal.UNKNOWN_NUMBER);
            default -> throw new FlawedTextException(Flaw.of("not-a-destination"));
        };
    }

    private static Destination queue(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new ToQueue(new QueueId(text));
        }
        String priority = text.substring(colon + 1);
        if (priority.length() != 1 || !Character.isDigit(priority.charAt(0))) {
            throw new FlawedTextException(Flaw.of("not-a-priority"));
        }
        return new ToQueue(new QueueId(text.substring(0, colon)), priority.charAt(0) - '0');
    }
}
