package org.sonnerie.pbx.voicemail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.config.ForcedFile;
import org.sonnerie.pbx.config.OggLength;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Mailboxes.NewMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of messages: {@code <company>/<id>.opus} and, until it stands in the database, {@code
 * <id>.json} with all that is known of it. So nothing that was recorded is lost, whatever happens
 * to the database or to the process.
 */
final class MessageFiles {
    private static final Logger LOG = LoggerFactory.getLogger(MessageFiles.class);
    private static final String NOTE = ".json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SoundFolder folder;
    private final SoundFiles files;

    MessageFiles(Path folder, SoundFiles files) {
        this.files = files;
        this.folder = new SoundFolder(folder);
    }

    Path sound(CompanyId company, MessageId id) {
        return folder.of(company.text(), id.text() + ".opus");
    }

    private Path note(CompanyId company, MessageId id) {
        return folder.of(company.text(), id.text() + NOTE);
    }

    /** Writes down what is known; it is on the disk when this returns. */
    void announce(NewMessage message) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", message.id().text())
                .put("company", message.company().text())
                .put("owner", message.box().owner().name())
                .put("box", message.box().id())
                .put("name", message.caller().name())
                .put("number", message.caller().number())
                .put("began", message.began().toString());
        ForcedFile.write(note(message.company(), message.id()), JSON.writeValueAsString(node));
    }

    /** It stands in the database now, or is not wanted. */
    void settle(NewMessage message) {
        SoundFolder.delete(note(message.company(), message.id()));
    }

    /** Takes both files away. */
    void remove(NewMessage message) {
        SoundFolder.delete(sound(message.company(), message.id()));
        settle(message);
    }

    /** How large a sound is; 0: there is none. */
    long size(NewMessage message) {
        Path file = sound(message.company(), message.id());
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sealed for its own place. */
    void copy(NewMessage from, NewMessage to) {
        try (InputStream sound = files.open(sound(from.company(), from.id()))) {
            files.write(sound(to.company(), to.id()), sound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes a sound that was not ended; false: it cannot be, yet. */
    boolean complete(NewMessage message) {
        try {
            files.complete(sound(message.company(), message.id()));
            return true;
        } catch (IOException e) {
            LOG.error("the sound of message {} is not complete: {}", message.id(), e.getMessage());
            return false;
        }
    }

    /** How long a complete sound is. */
    Duration length(NewMessage message) throws IOException {
        return OggLength.of(files, sound(message.company(), message.id()));
    }

    /** What was announced and never settled: the process ended before. */
    List<NewMessage> unsettled() {
        return folder.all().stream()
                .filter(file -> file.getFileName().toString().endsWith(NOTE))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private static Optional<NewMessage> read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            return Optional.of(
                    new NewMessage(
                            new MessageId(node.path("id").asString("")),
                            new CompanyId(node.path("company").asString("")),
                            new MailboxId(
                                    MailboxId.Owner.valueOf(node.path("owner").asString("")),
                                    node.path("box").asString("")),
                            new Named(
                                    node.path("name").asString(""),
                                    node.path("number").asString("")),
                            Instant.parse(node.path("began").asString(""))));
        } catch (IOException
                | JacksonException
                | IllegalArgumentException
                | java.time.DateTimeException e) {
            // Killed while it was written: nothing had been recorded yet.
            LOG.warn("{} is no note of a message", file.getFileName());
            return Optional.empty();
        }
    }
}
