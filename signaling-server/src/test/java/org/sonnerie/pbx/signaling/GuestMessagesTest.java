package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.runtime.GuestDesk;
import tools.jackson.databind.json.JsonMapper;

class GuestMessagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "protocol");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

    private static String golden(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    @Test
    void everyMessageOfAGuestIsRead() throws IOException {
        assertThat(GuestMessages.read(golden("guest-join")))
                .isEqualTo(new GuestMessage.Join(1, "t0.mac", "Zoé", SDP));
        assertThat(GuestMessages.read(golden("guest-mute")))
                .isEqualTo(new GuestMessage.Mute(2, true));
        assertThat(GuestMessages.read(golden("guest-leave"))).isEqualTo(new GuestMessage.Leave(3));
    }

    @Test
    void aGuestIsToldHowHeStands() throws IOException {
        RoomView.Seen zoe =
                new RoomView.Seen(
                        "m2", "Zoé", "", false, Standing.WAITS_FOR_MODERATOR, Silence.NONE, false);
        RoomView.Stay stay =
                new RoomView.Stay(
                        "m2", false, false, false, Conference.Recording.NOT_ALLOWED, List.of(zoe));
        same(new GuestDesk.State(Optional.of(stay), Optional.empty()), "guest-state");
        same(
                new GuestDesk.State(Optional.empty(), Optional.of(EndReason.REMOVED)),
                "guest-state-ended");
    }

    private static void same(GuestDesk.State state, String name) throws IOException {
        assertThat(JSON.readTree(GuestMessages.state(state)))
                .isEqualTo(JSON.readTree(golden(name)));
    }

    @Test
    void aGuestHasNoOtherMessage() throws IOException {
        for (String phones : List.of("client-call", "client-room-end", "client-room-mute")) {
            assertThat(GuestMessages.read(golden(phones)))
                    .isInstanceOfSatisfying(
                            GuestMessage.Bad.class,
                            bad -> assertThat(bad.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE));
        }
        for (String name : List.of("", "   ", "a".repeat(61), "a\\u0007b")) {
            String frame = golden("guest-join").replace("Zoé", name);
            assertThat(GuestMessages.read(frame))
                    .as(name)
                    .isInstanceOfSatisfying(
                            GuestMessage.Bad.class,
                            bad -> assertThat(bad.code()).isEqualTo(ErrorCode.BAD_MESSAGE));
        }
    }
}
