package io.ordersync.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.service.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares {@code docs/problems.md} with the enums of problems. */
public final class ProblemPage {

    public static final String EVERY_SERVICE = "Every service";

    private static final Pattern GROUP_SECTION_OR_EXAMPLE =
            Pattern.compile("(?ms)^## (?<group>.+?)$|^### (?<slug>.+?)$|^```json$(?<example>.+?)^```$");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, JsonNode>> examples = new LinkedHashMap<>();

    private ProblemPage(String markdown) {
        String group = EVERY_SERVICE;
        String slug = "";
        for (MatchResult match :
                GROUP_SECTION_OR_EXAMPLE.matcher(markdown).results().toList()) {
            group = Objects.requireNonNullElse(match.group(1), group);
            slug = Objects.requireNonNullElse(match.group(2), slug);
            JsonNode example = match.group(3) == null ? JSON.nullNode() : JSON.readTree(match.group(3));
            if (match.group(1) == null) {
                examples.computeIfAbsent(group, any -> new LinkedHashMap<>()).put(slug, example);
            }
        }
    }

    public static ProblemPage read() {
        try (InputStream page = ProblemPage.class.getResourceAsStream("/static" + ProblemType.PAGE)) {
            return new ProblemPage(new String(Objects.requireNonNull(page).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares a group of the page with an enum.
     *
     * @param group {@link #EVERY_SERVICE} or the name of the service
     * @return a sentence for each difference
     */
    public List<String> differences(String group, ProblemType... types) {
        Map<String, JsonNode> undocumented = new LinkedHashMap<>(examples.getOrDefault(group, Map.of()));
        List<String> differences = new ArrayList<>();
        for (ProblemType type : types) {
            JsonNode documented = undocumented.remove(type.slug());
            JsonNode expected = JSON.valueToTree(type.example().body(type));
            if (documented == null) {
                differences.add(type.slug() + " has no section");
            } else if (!documented.equals(expected)) {
                differences.add(type.slug() + " has the example " + documented + ", but should have " + expected);
            }
        }
        undocumented.keySet().forEach(slug -> differences.add(slug + " is not a problem of " + group));
        return differences;
    }
}
