package org.sonnerie.pbx.prompts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.sonnerie.media.api.ImportRefusedException;
import org.sonnerie.media.api.ImportedSound;
import org.sonnerie.media.api.SoundImporter;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.prompts.PackRefusedException.Why;
import org.sonnerie.pbx.prompts.PromptPack.Piece;
import org.sonnerie.pbx.prompts.PromptPack.Wrong;
import org.sonnerie.pbx.publish.Published;
import org.springframework.stereotype.Component;

/**
 * Makes an archive of prompts in Asterisk's folder layout into a company's own. One archive at a
 * time: it costs a second of processor time for each minute of sound. Thread safe.
 */
@Component
public class PackDesk {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final PromptStore prompts;
    private final SoundImporter importer;
    private final Published published;
    private final PackNames names = PackNames.read();
    private final ReentrantLock one = new ReentrantLock();

    PackDesk(PromptStore prompts, SoundImporter importer, Published published) {
        this.prompts = prompts;
        this.importer = importer;
        this.published = published;
    }

    /**
     * Says what would become of an archive; nothing is changed.
     *
     * @param company whose
     * @param archive ZIP, TAR or TAR with gzip
     * @param language of files in no language's folder; empty: the company's
     * @return each of its files
     * @throws PackRefusedException if it would be refused as a whole
     */
    public PromptPack preview(CompanyId company, byte[] archive, Optional<String> language)
            throws PackRefusedException {
        return read(company, archive, language).pack();
    }

    /**
     * Makes what can be used into prompts, all at once: durable and heard by the next call on
     * return.
     *
     * @param company whose
     * @param archive ZIP, TAR or TAR with gzip
     * @param language of files in no language's folder; empty: the company's
     * @param by who does it
     * @return each of its files
     * @throws PackRefusedException if it is refused as a whole: then nothing was changed
     */
    public PromptPack take(
            CompanyId company, byte[] archive, Optional<String> language, PersonId by)
            throws PackRefusedException {
        Imported imported = read(company, archive, language);
        boolean kept;
        try {
            kept = prompts.putAll(company, imported.sounds(), by);
        } catch (PromptRefusedException full) {
            throw new PackRefusedException(Why.STORAGE_FULL);
        }
        if (!kept) {
            throw new PackRefusedException(Why.TOO_MANY_PROMPTS);
        }
        return imported.pack();
    }

    /** What is known of an archive, and its sounds by the names of prompts. */
    private record Imported(PromptPack pack, Map<String, ImportedSound> sounds) {}

    private Imported read(CompanyId company, byte[] archive, Optional<String> language)
            throws PackRefusedException {
        String own = published.current(company).facts().language();
        one.lock();
        try {
            PackContent content = new PackContent(names, own, language.orElse(own));
            new PackArchive(archive).visit(content);
            if (content.best().isEmpty() && content.unreadable().isEmpty()) {
                throw new PackRefusedException(Why.NOTHING_KNOWN);
            }
            return imported(company, content);
        } finally {
            one.unlock();
        }
    }

    private Imported imported(CompanyId company, PackContent content) throws PackRefusedException {
        Map<String, ImportedSound> sounds = new TreeMap<>();
        List<Piece> taken = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        Set<String> before = prompts.names(company);
        Duration all = Duration.ZERO;
        for (String file : content.unreadable()) {
            wrong.add(new Wrong(file, PromptRefusedException.Why.UNKNOWN_FORMAT));
        }
        for (Map.Entry<String, PackContent.Best> best : content.best().entrySet()) {
            String prompt = best.getKey();
            String file = best.getValue().file();
            try {
                ImportedSound sound = importer.readWord(best.getValue().readable());
                boolean replaces = before.contains(prompt);
                sounds.put(prompt, sound);
                taken.add(new Piece(prompt, file, sound.length().toMillis(), replaces));
                all = all.plus(sound.length());
            } catch (ImportRefusedException refused) {
                wrong.add(new Wrong(file, PromptStore.why(refused)));
            }
            if (all.compareTo(LONGEST) > 0) {
                throw new PackRefusedException(Why.TOO_LONG);
            }
            // Decoding never blocks, and this is one of the threads that calls are decided on.
            LockSupport.parkNanos(1);
        }
        return new Imported(
                new PromptPack(taken, content.unknown(), content.unused(), wrong), sounds);
    }
}
