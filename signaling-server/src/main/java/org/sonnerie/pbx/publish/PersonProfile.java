package org.sonnerie.pbx.publish;

import java.io.IOException;
import java.util.List;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who somebody is, with what the company's plan says of him. Thread safe. */
@Component
class PersonProfile implements PersonRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Published published;

    PersonProfile(Published published) {
        this.published = published;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        Account account = wish.account();
        ObjectNode profile =
                JSON.createObjectNode()
                        .put("id", account.id().text())
                        .put("userName", account.userName())
                        .put("name", account.displayName())
                        .put("role", account.role().word());
        if (published.find(account.company()).isPresent()) {
            JsonNode plan = JSON.readTree(published.document(account.company()));
            plan.path("people")
                    .valueStream()
                    .filter(one -> one.path("id").asString("").equals(account.id().text()))
                    .forEach(one -> profile.set("plan", without(one)));
        }
        archive.text(
                "profile.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(profile));
    }

    private static JsonNode without(JsonNode person) {
        if (person instanceof ObjectNode object) {
            object.remove(List.of("pin"));
        }
        return person;
    }
}
