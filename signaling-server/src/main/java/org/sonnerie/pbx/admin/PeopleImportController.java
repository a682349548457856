package org.sonnerie.pbx.admin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.staff.PeopleCsv;
import org.sonnerie.pbx.staff.PeopleCsv.Line;
import org.sonnerie.pbx.staff.PeopleImport;
import org.sonnerie.pbx.staff.PeopleImport.Added;
import org.sonnerie.pbx.staff.PeopleImport.Preview;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A list of people is looked at first and then added. The list itself goes from page to page, so
 * that nothing is kept of what was only looked at.
 */
@Controller("peopleImportPage")
@RequestMapping("/admin/people/import")
class PeopleImportController {
    private static final String PAGE = "admin/people-import";

    private final PeopleImport imports;
    private final InvitationRounds rounds;

    PeopleImportController(PeopleImport imports, InvitationRounds rounds) {
        this.imports = imports;
        this.rounds = rounds;
    }

    private static Desk desk(SignedIn admin, Locale locale) {
        return new Desk(admin.company(), admin.person(), false, locale);
    }

    @GetMapping
    String begin() {
        return PAGE;
    }

    @PostMapping("/preview")
    String preview(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam MultipartFile file,
            Locale locale,
            Model model)
            throws IOException {
        return look(desk(admin, locale), PeopleCsv.text(file.getBytes()), model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam String list,
            Locale locale,
            Model model) {
        Desk of = desk(admin, locale);
        try {
            Map<Line, List<Phrase>> wrong = new LinkedHashMap<>();
            List<Added> added = imports.add(of, PeopleCsv.read(list), wrong);
            if (!wrong.isEmpty()) {
                model.addAttribute("notAdded", true);
                return look(of, list, model);
            }
            model.addAttribute("added", added);
            model.addAttribute("inviting", rounds.board(of.company()));
            model.addAttribute(
                    "welcome",
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path("/welcome/")
                            .toUriString());
            return PAGE;
        } catch (PeopleCsv.Unreadable why) {
            return unreadable(why, model);
        }
    }

    private String look(Desk of, String list, Model model) {
        try {
            Preview preview = imports.preview(of, PeopleCsv.read(list));
            model.addAttribute("preview", preview);
            model.addAttribute("list", list);
        } catch (PeopleCsv.Unreadable why) {
            return unreadable(why, model);
        }
        return PAGE;
    }

    private static String unreadable(PeopleCsv.Unreadable why, Model model) {
        model.addAttribute("unreadable", "people.import.unreadable." + why.getMessage());
        return PAGE;
    }

    @ExceptionHandler
    String tooLarge(MaxUploadSizeExceededException large, Model model) {
        model.addAttribute("unreadable", "people.import.unreadable.too-many");
        return PAGE;
    }
}
