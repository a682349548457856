package org.sonnerie.pbx.openapi;

import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Shows the description of the REST interface to anybody: it holds nothing of a company. */
@RestController
class DescriptionController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RequestMappingHandlerMapping methods;
    private final Narrator narrator;
    private volatile String document = "";

    DescriptionController(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping methods,
            Narrator narrator) {
        this.methods = methods;
        this.narrator = narrator;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope({})
    ResponseEntity<String> show() {
        if (document.isEmpty()) {
            // Which methods there are never changes.
            document = JSON.writeValueAsString(described(Descriptions.read()));
        }
        return ResponseEntity.ok(document);
    }

    Map<String, Object> described(Descriptions words) {
        return new OpenApiDocument(words, key -> narrator.say(Sentence.of(key), Locale.ENGLISH))
                .of(methods.getHandlerMethods());
    }
}
