package org.muniment.api.rest;

import java.util.List;
import java.util.Map;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Open;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Custodian;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the interface says of itself, and of who uses it. */
@RestController
@RequestMapping("/api")
@For({})
class SelfApi {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Archive archive;
    private final Answers answers;

    SelfApi(ObjectProvider<RequestMappingHandlerMapping> mappings, Archive archive, Answers answers) {
        this.archive = archive;
        this.mappings = mappings;
        this.answers = answers;
    }

    /**
     * The person a program acts for.
     *
     * @param mailboxes the person's own
     * @param zone the agency's time zone, in which its days are
     */
    record Me(String user, String name, List<String> roles, List<String> mailboxes, String zone) {}

    @GetMapping("/v1/openapi.json")
    @Open
    @Does(value = "This description", media = "application/json")
    ResponseEntity<byte[]> describe() {
        return answers.one(document());
    }

    private Map<String, Object> document() {
        OpenApi described = new OpenApi();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getKey().getPatternValues().stream()
                        .anyMatch(pattern -> pattern.startsWith(ApiSecurity.ROOT + "/")))
                .forEach(route -> described.add(route.getKey(), route.getValue()));
        return described.document();
    }

    @GetMapping("/v1/me")
    @Allowed(Role.STAFF)
    @Does(value = "For whom the token acts", gives = Me.class)
    ResponseEntity<byte[]> me(Who who) {
        return answers.one(new Me(
                who.user(),
                who.name(),
                who.roles().stream().map(Role::words).sorted().toList(),
                who.own().stream().map(Custodian::address).sorted().toList(),
                archive.settings().zone().getId()));
    }

    /** Whatever else is asked for below. */
    @RequestMapping("/**")
    @Allowed(Role.STAFF)
    ResponseEntity<byte[]> nothing() {
        throw new NotThere();
    }
}
