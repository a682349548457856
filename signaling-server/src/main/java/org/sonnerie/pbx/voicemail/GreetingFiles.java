package org.sonnerie.pbx.voicemail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.config.OggLength;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * The files of greetings: {@code <company>/<name>.opus}. One that is not used any more, or never
 * was, stays for a while: somebody may be hearing it.
 */
final class GreetingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(GreetingFiles.class);
    private static final String OPUS = ".opus";

    /** As the call machine names greetings, and never a message. */
    private static final Pattern GREETING = Pattern.compile(".+-g\\d+");

    private final SoundFolder folder;
    private final SoundFiles files;

    GreetingFiles(Path folder, SoundFiles files) {
        this.files = files;
        this.folder = new SoundFolder(folder);
    }

    static boolean isGreeting(MessageId name) {
        return GREETING.matcher(name.text()).matches();
    }

    Path sound(CompanyId company, MessageId name) {
        return folder.of(company.text(), name.text() + OPUS);
    }

    /** The file of one to be recorded. */
    Path begin(CompanyId company, MessageId name) {
        Path file = sound(company, name);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** How long one sounds that was recorded, to its end or as far as it came. */
    Duration length(CompanyId company, MessageId name) {
        Path file = sound(company, name);
        try {
            files.complete(file);
            return OggLength.of(files, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one away that nobody will hear any more. */
    void remove(CompanyId company, MessageId name) {
        SoundFolder.delete(sound(company, name));
    }

    /** A new one that was not recorded by phone; it is on the disk when this returns. */
    MessageId write(CompanyId company, byte[] sound) {
        MessageId name = new MessageId("page-" + RandomText.id() + "-g1");
        try {
            files.write(sound(company, name), new ByteArrayInputStream(sound));
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away those that are not used and were last written before an instant: how many. */
    int removeUnused(Set<String> used, Instant before) {
        try {
            List<Path> unused =
                    folder.all().stream()
                            .filter(file -> !used.contains(nameOf(file)))
                            .filter(file -> isOlder(file, before))
                            .toList();
            return Math.toIntExact(unused.stream().filter(SoundFolder::delete).count());
        } catch (UncheckedIOException e) {
            LOG.warn("unused greetings stay for now: {}", e.getMessage());
            return 0;
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(OPUS) ? name.substring(0, name.length() - OPUS.length()) : name;
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException gone) {
            return false;
        }
    }
}
