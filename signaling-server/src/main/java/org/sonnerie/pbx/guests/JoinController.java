package org.sonnerie.pbx.guests;

import jakarta.servlet.http.HttpServletResponse;
import org.sonnerie.pbx.brand.Brands;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a guest, or why there is none. */
@Controller
class JoinController {
    private final GuestLinks links;
    private final Plans plans;
    private final Brands brands;

    JoinController(GuestLinks links, Plans plans, Brands brands) {
        this.brands = brands;
        this.links = links;
        this.plans = plans;
    }

    @GetMapping("/join/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        return switch (links.admit(token)) {
            case Admission.Good(GuestLink link) -> {
                var plan = plans.current(link.company());
                var room = plan.room(link.room()).map(Room::name);
                model.addAttribute("brand", brands.of(link.company()).orElse(null));
                model.addAttribute("company", plan.facts().name());
                model.addAttribute("room", room.orElse(""));
                yield room.isPresent() ? "join" : refused(model, response, true);
            }
            case Admission.Over() -> refused(model, response, true);
            case Admission.Unknown() -> refused(model, response, false);
        };
    }

    private static String refused(Model model, HttpServletResponse response, boolean over) {
        response.setStatus(over ? HttpStatus.GONE.value() : HttpStatus.NOT_FOUND.value());
        model.addAttribute("over", over);
        return "join-refused";
    }
}
