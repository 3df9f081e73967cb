package io.ordersync.service.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.info.BuildProperties;

/** Sets the title to the name of the service, and the version and description to those of its build. */
@RequiredArgsConstructor
class OpenApiTitle implements GlobalOpenApiCustomizer {

    private final String service;
    private final @Nullable BuildProperties build;

    @Override
    public void customise(OpenAPI api) {
        Info info = new Info().title(service).version("unknown");
        if (build != null) {
            info.version(build.getVersion()).description(build.get("description"));
        }
        api.setInfo(info);
    }
}
