package io.ordersync.service.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page that lists every type of problem, which each {@code type} points to and every service serves. */
public final class ProblemPage {

    public static final String PATH = "/problems.md";
    public static final String EVERY_SERVICE = "Every service";

    private static final Pattern GROUP_SECTION_OR_EXAMPLE =
            Pattern.compile("(?ms)^## (?<group>.+?)$|^### (?<slug>.+?)$|^```json$(?<example>.+?)^```$");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, Map<String, Object>>> examples = new LinkedHashMap<>();

    private ProblemPage(String markdown) {
        String group = EVERY_SERVICE;
        String slug = "";
        for (MatchResult match :
                GROUP_SECTION_OR_EXAMPLE.matcher(markdown).results().toList()) {
            group = Objects.requireNonNullElse(match.group(1), group);
            slug = Objects.requireNonNullElse(match.group(2), slug);
            Map<String, Object> example = match.group(3) == null ? Map.of() : parse(match.group(3));
            if (match.group(1) == null) {
                examples.computeIfAbsent(group, any -> new LinkedHashMap<>()).put(slug, example);
            }
        }
    }

    public static ProblemPage read() {
        try (InputStream page = ProblemPage.class.getResourceAsStream("/static" + PATH)) {
            return new ProblemPage(new String(Objects.requireNonNull(page, PATH).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares the page with the code, for a test.
     *
     * @param group the service's name, which its types are listed under
     * @return a sentence for each type that the code and the page do not agree about
     */
    public List<String> differences(String group, ProblemType... types) {
        Map<String, Map<String, Object>> undocumented = new LinkedHashMap<>(examples(group));
        List<String> differences = new ArrayList<>();
        for (ProblemType type : types) {
            Map<String, Object> example = undocumented.remove(type.slug());
            if (example == null) {
                differences.add(type.slug() + " has no section");
            } else if (!expected(type).equals(excerpt(example))) {
                differences.add(type.slug() + " has an example of another type, title or status");
            }
        }
        undocumented.keySet().forEach(slug -> differences.add(slug + " is no type of " + group));
        return differences;
    }

    /** The example of each type, by its section. */
    public Map<String, Map<String, Object>> examples(String group) {
        return examples.getOrDefault(group, Map.of());
    }

    private static List<Object> expected(ProblemType type) {
        return List.of(type.uri().toString(), type.title(), type.status().value());
    }

    private static List<Object> excerpt(Map<String, Object> example) {
        return Stream.of("type", "title", "status")
                .map(field -> example.getOrDefault(field, ""))
                .toList();
    }

    private static Map<String, Object> parse(String example) {
        return JSON.readValue(example, new TypeReference<>() {});
    }
}
