package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.backup.BackupWish;
import org.sonnerie.pbx.backup.Backups;
import org.sonnerie.pbx.backup.KeptBackup;
import org.sonnerie.pbx.provider.BackupForm;
import org.sonnerie.pbx.provider.ServerDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The backups of the server, for the provider (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/provider/backups")
class ProviderBackupsController {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Backups backups;
    private final ServerDesk desk;
    private final EntityTags tags;

    ProviderBackupsController(Backups backups, ServerDesk desk, EntityTags tags) {
        this.backups = backups;
        this.desk = desk;
        this.tags = tags;
    }

    /** A part of the list, and whether one more is being made. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Item> backups, boolean underWay, boolean failed, Optional<String> next) {}

    /** One of them. */
    record Item(String name, Instant madeAt, long octets) {
        static Item of(KeptBackup backup) {
            return new Item(backup.name(), backup.madeAt(), backup.octets());
        }
    }

    /** How they are made; the passphrase itself is never told. */
    record Settings(boolean nightly, int kept, boolean sealed) {
        static Settings of(BackupWish wish) {
            return new Settings(wish.nightly(), wish.kept(), wish.sealed());
        }
    }

    /** How they shall be made; the passphrase left out: as it was. */
    record Wish(@Nullable Boolean nightly, @Nullable Integer kept, @Nullable String passphrase) {
        BackupForm form() {
            boolean wanted = nightly != null && nightly;
            String number = kept == null ? "" : String.valueOf(kept);
            return new BackupForm(wanted ? "on" : "", number, passphrase, passphrase);
        }

        /** Leaves the passphrase out. */
        @Override
        public String toString() {
            return "Wish[" + nightly + ", " + kept + "]";
        }
    }

    @GetMapping
    @NeedsScope(Scope.PROVIDER_READ)
    Page list(@RequestParam Optional<String> after, @RequestParam(defaultValue = "50") int limit) {
        List<Item> all = backups.all().stream().map(Item::of).toList();
        Slice<Item> slice = Slice.of(all, Item::name, after, limit);
        return new Page(slice.items(), backups.underWay(), backups.failed(), slice.next());
    }

    /** Returns before it is there: the list says so. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @NeedsScope(Scope.PROVIDER_WRITE)
    void make(@AuthenticationPrincipal SignedIn provider) {
        backups.ask(provider.company());
    }

    @GetMapping("/settings")
    @NeedsScope(Scope.PROVIDER_READ)
    ResponseEntity<Settings> settings() {
        return tags.told(HttpStatus.OK, Settings.of(backups.wish()));
    }

    @PutMapping("/settings")
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Settings> set(
            @AuthenticationPrincipal SignedIn provider,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish) {
        tags.check(seen, Settings.of(backups.wish()));
        desk.setBackups(wish.form(), provider.company());
        return settings();
    }

    /** It holds all that is kept: whoever may only read does not get it. */
    @GetMapping("/{name}/file")
    @NeedsScope(Scope.PROVIDER_WRITE)
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedIn provider, @PathVariable String name) {
        KeptBackup backup = backup(name);
        backups.fetched(backup, provider.company());
        return ResponseEntity.ok().contentType(ZIP).body(new FileSystemResource(backup.path()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.PROVIDER_WRITE)
    void delete(@AuthenticationPrincipal SignedIn provider, @PathVariable String name) {
        backups.delete(backup(name), provider.company());
    }

    private KeptBackup backup(String name) {
        return backups.find(name)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no backup " + name));
    }
}
