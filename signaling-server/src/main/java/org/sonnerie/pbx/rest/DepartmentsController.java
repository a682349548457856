package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.parts.Departments;
import org.sonnerie.pbx.parts.Departments.Department;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartRow;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

/** Who is in which department (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsController {
    private final Departments departments;
    private final EntityTags tags;

    DepartmentsController(Departments departments, EntityTags tags) {
        this.departments = departments;
        this.tags = tags;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Item> departments, Optional<String> next) {}

    /** A department. */
    record Item(String id, String name, List<String> people) {
        static Item of(Department department) {
            return new Item(
                    department.id(),
                    department.name(),
                    department.people().stream().map(PartRow::id).toList());
        }
    }

    /** How a department shall be. */
    record Wish(@Nullable String name, @Nullable List<String> people) {
        Departments.Wish wish() {
            return new Departments.Wish(
                    name == null ? "" : name,
                    people == null ? new LinkedHashSet<>() : new LinkedHashSet<>(people));
        }
    }

    private static Desk desk(SignedIn admin) {
        return new Desk(admin.company(), admin.person(), false, LocaleContextHolder.getLocale());
    }

    @GetMapping
    @NeedsScope(Scope.PLAN_READ)
    Page list(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        List<Item> all =
                departments.all(desk(admin)).stream()
                        .filter(one -> !one.name().isEmpty())
                        .map(Item::of)
                        .toList();
        Slice<Item> slice = Slice.of(all, Item::id, after, limit);
        return new Page(slice.items(), slice.next());
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.PLAN_READ)
    ResponseEntity<Item> one(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        Department found = departments.find(desk(admin), id).orElseThrow();
        return tags.told(HttpStatus.OK, Item.of(found));
    }

    @PostMapping
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Item> add(@AuthenticationPrincipal SignedIn admin, @RequestBody Wish wish) {
        Department added = departments.add(desk(admin), wish.wish());
        return tags.told(HttpStatus.CREATED, Item.of(added));
    }

    @PutMapping("/{id}")
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<Item> put(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish) {
        Department now =
                departments.replace(
                        desk(admin), id, wish.wish(), there -> tags.need(seen, Item.of(there)));
        return tags.told(HttpStatus.OK, Item.of(now));
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        departments.remove(desk(admin), id, there -> tags.need(seen, Item.of(there)));
    }

    @ExceptionHandler
    ProblemDetail none(NoSuchElementException none) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "there is no such department");
    }

    @ExceptionHandler
    ProblemDetail taken(Departments.NameTakenException taken) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "there is a department of this name");
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }
}
