package org.sonnerie.pbx.prompts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sonnerie.media.api.ImportRefusedException;
import org.sonnerie.media.api.ImportedSound;
import org.sonnerie.media.api.SoundImporter;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.company.StorageUse;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.prompts.PromptRefusedException.Why;
import org.sonnerie.pbx.runtime.OwnPrompts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** All own prompts: known in memory, kept in files and rows. Thread safe. */
@Component
public class PromptStore implements OwnPrompts, StorageUse {
    private static final int MOST = 500;
    private static final String NAME = "[A-Za-z0-9_-]{1,64}";

    private final PromptRows rows;
    private final PromptFiles files;
    private final SoundImporter importer;
    private final InstantSource clock;
    private final Storage storage;
    private final Map<CompanyId, Map<String, OwnPrompt>> known = new ConcurrentHashMap<>();

    PromptStore(
            PromptRows rows,
            SonnerieProperties properties,
            SoundImporter importer,
            InstantSource clock,
            Storage storage) {
        this.rows = rows;
        this.files = new PromptFiles(properties.dataFolder().toAbsolutePath().resolve("prompts"));
        this.importer = importer;
        this.clock = clock;
        this.storage = storage;
        rows.all()
                .forEach((company, prompts) ->
                        known.put(
                                company,
                                prompts.stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        OwnPrompt::name, prompt -> prompt))));
        files.keepOnly(
                known.entrySet().stream()
                        .flatMap(company ->
                                company.getValue().values().stream()
                                        .map(one -> files.of(company.getKey(), one.file())))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * All of a company.
     *
     * @param company whose
     * @return by name
     */
    public List<OwnPrompt> all(CompanyId company) {
        return List.copyOf(new TreeMap<>(of(company)).values());
    }

    private Map<String, OwnPrompt> of(CompanyId company) {
        return known.getOrDefault(company, Map.of());
    }

    /**
     * Makes a file into a prompt, in the place of the one of that name; durable and heard by the
     * next call on return. Takes about a second of processor time for each minute of sound.
     *
     * @param company whose
     * @param name by which the plan names it
     * @param upload WAV, AIFF or AU
     * @param by who does it
     * @return the prompt
     * @throws PromptRefusedException if it cannot be kept
     */
    public OwnPrompt put(CompanyId company, String name, byte[] upload, PersonId by) {
        checkName(name);
        ImportedSound sound = imported(upload);
        synchronized (this) {
            Map<String, OwnPrompt> all = new TreeMap<>(of(company));
            if (all.size() >= MOST && !all.containsKey(name)) {
                throw new PromptRefusedException(Why.TOO_MANY);
            }
            demandRoom(company, all, Map.of(name, sound));
            OwnPrompt prompt = written(company, name, sound, by);
            rows.put(new PromptsAdded(company, List.of(added(all, prompt)), false));
            all.put(name, prompt);
            known.put(company, Map.copyOf(all));
            return prompt;
        }
    }

    /** What is replaced makes room. */
    private void demandRoom(
            CompanyId company, Map<String, OwnPrompt> before, Map<String, ImportedSound> sounds) {
        long more = 0;
        for (Map.Entry<String, ImportedSound> one : sounds.entrySet()) {
            OwnPrompt old = before.get(one.getKey());
            more += one.getValue().oggOpus().length - (old == null ? 0 : size(company, old));
        }
        if (more > 0 && !storage.fits(company, more)) {
            throw new PromptRefusedException(Why.STORAGE_FULL);
        }
    }

    private long size(CompanyId company, OwnPrompt prompt) {
        return SoundFolder.size(files.of(company, prompt.file()));
    }

    @Override
    public long bytes(CompanyId company) {
        return of(company).values().stream().mapToLong(one -> size(company, one)).sum();
    }

    /** Its file is on the disk; nothing names it yet. */
    private OwnPrompt written(CompanyId company, String name, ImportedSound sound, PersonId by) {
        String file = name + "-" + clock.millis() + ".opus";
        files.write(company, file, sound.oggOpus());
        return new OwnPrompt(name, file, sound.length(), by, clock.instant());
    }

    private static PromptsAdded.Added added(Map<String, OwnPrompt> before, OwnPrompt now) {
        return new PromptsAdded.Added(Optional.ofNullable(before.get(now.name())), now);
    }

    /**
     * Keeps many, all of them or none; durable and heard by the next call on return.
     *
     * @param company whose
     * @param sounds by the names of the prompts
     * @param by who does it
     * @return false: the company would have more than it can have
     * @throws PromptRefusedException if they would be larger than the company may keep
     */
    synchronized boolean putAll(CompanyId company, Map<String, ImportedSound> sounds, PersonId by) {
        Map<String, OwnPrompt> all = new TreeMap<>(of(company));
        Set<String> names = new TreeSet<>(all.keySet());
        names.addAll(sounds.keySet());
        if (names.size() > MOST) {
            return false;
        }
        demandRoom(company, all, sounds);
        List<OwnPrompt> written =
                sounds.entrySet().stream()
                        .map(one -> written(company, one.getKey(), one.getValue(), by))
                        .toList();
        rows.put(
                new PromptsAdded(
                        company, written.stream().map(one -> added(all, one)).toList(), true));
        written.forEach(prompt -> all.put(prompt.name(), prompt));
        known.put(company, Map.copyOf(all));
        return true;
    }

    static void checkName(String name) {
        if (!name.matches(NAME)) {
            throw new PromptRefusedException(Why.BAD_NAME);
        }
    }

    private ImportedSound imported(byte[] upload) {
        try {
            return importer.read(upload);
        } catch (ImportRefusedException refused) {
            throw new PromptRefusedException(why(refused));
        }
    }

    static Why why(ImportRefusedException refused) {
        return switch (refused.why()) {
            case UNKNOWN_FORMAT -> Why.UNKNOWN_FORMAT;
            case TOO_SHORT -> Why.TOO_SHORT;
            case TOO_LONG -> Why.TOO_LONG;
            case SILENT -> Why.SILENT;
        };
    }

    /**
     * Takes a prompt away. Its file stays until the next start: a call may be hearing it.
     *
     * @param company whose
     * @param name which
     * @param needed names that the company's plan cannot do without
     * @return false: there is none
     * @throws PromptRefusedException if it is needed
     */
    public synchronized boolean remove(CompanyId company, String name, Collection<String> needed) {
        Map<String, OwnPrompt> all = new TreeMap<>(of(company));
        OwnPrompt prompt = all.get(name);
        if (prompt == null) {
            return false;
        }
        if (needed.contains(name)) {
            throw new PromptRefusedException(Why.IN_USE);
        }
        rows.remove(new PromptRemoved(company, prompt));
        all.remove(name);
        known.put(company, Map.copyOf(all));
        return true;
    }

    @EventListener
    synchronized void deleted(CompanyDeleted event) {
        known.remove(event.company().id());
    }

    @Override
    public Optional<Path> file(CompanyId company, String name) {
        return Optional.ofNullable(of(company).get(name))
                .map(prompt -> files.of(company, prompt.file()));
    }

    @Override
    public Set<String> names(CompanyId company) {
        return of(company).keySet();
    }
}
