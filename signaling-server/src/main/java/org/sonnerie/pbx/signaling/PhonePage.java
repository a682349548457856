package org.sonnerie.pbx.signaling;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The phone's one page; everything in it is the web client's. */
@Controller
class PhonePage {
    @GetMapping({"/phone", "/phone/"})
    String page() {
        return "forward:/phone/index.html";
    }
}
