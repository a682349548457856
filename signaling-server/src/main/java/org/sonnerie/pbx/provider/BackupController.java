package org.sonnerie.pbx.provider;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.backup.BackupWish;
import org.sonnerie.pbx.backup.Backups;
import org.sonnerie.pbx.backup.KeptBackup;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The backups of the server: those that are there, one more, and when they are made. */
@Controller
@RequestMapping("/provider/backups")
class BackupController {
    private static final String PAGE = "redirect:/provider/backups";
    private static final double MEGABYTE = 1_000_000;
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Backups backups;
    private final ServerDesk desk;

    BackupController(Backups backups, ServerDesk desk) {
        this.backups = backups;
        this.desk = desk;
    }

    /**
     * A line of the list.
     *
     * @param name of the file
     * @param when it was made, on the server's clock
     * @param megabytes how large it is
     */
    record Row(String name, String when, String megabytes) {
        static Row of(KeptBackup backup, Locale locale) {
            return new Row(
                    backup.name(),
                    when(backup.madeAt(), locale),
                    String.format(locale, "%,.1f", backup.octets() / MEGABYTE));
        }

        private static String when(Instant at, Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(at.atZone(ZoneId.systemDefault()));
        }
    }

    @GetMapping
    String page(Locale locale, Model model) {
        BackupWish wish = backups.wish();
        BackupForm form =
                new BackupForm(wish.nightly() ? "on" : "", String.valueOf(wish.kept()), "", "");
        return show(form, Map.of(), locale, model);
    }

    private String show(BackupForm form, Map<String, String> problems, Locale locale, Model model) {
        List<Row> rows = backups.all().stream().map(one -> Row.of(one, locale)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("underWay", backups.underWay());
        model.addAttribute("failed", backups.failed());
        model.addAttribute("sealed", backups.wish().sealed());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "provider/backups";
    }

    @PostMapping
    String make(@AuthenticationPrincipal SignedIn provider) {
        backups.ask(provider.company());
        return PAGE;
    }

    @PostMapping("/settings")
    String set(
            @AuthenticationPrincipal SignedIn provider,
            @ModelAttribute("form") BackupForm sent,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        BackupForm form = BackupForm.typed(sent);
        try {
            desk.setBackups(form, provider.company());
        } catch (ProviderRefusedException refused) {
            return show(form.withoutPassphrase(), refused.byField(), locale, model);
        }
        after.addFlashAttribute("saved", true);
        return PAGE;
    }

    @GetMapping("/{name}")
    ResponseEntity<Resource> fetch(
            @AuthenticationPrincipal SignedIn provider, @PathVariable String name) {
        KeptBackup backup = backup(name);
        backups.fetched(backup, provider.company());
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + backup.name() + "\"")
                .body(new FileSystemResource(backup.path()));
    }

    @PostMapping("/{name}/delete")
    String delete(@AuthenticationPrincipal SignedIn provider, @PathVariable String name) {
        backups.delete(backup(name), provider.company());
        return PAGE;
    }

    private KeptBackup backup(String name) {
        return backups.find(name)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no such backup"));
    }
}
