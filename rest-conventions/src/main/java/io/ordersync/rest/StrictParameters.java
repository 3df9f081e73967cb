package io.ordersync.rest;

import java.util.UUID;
import org.springframework.beans.propertyeditors.UUIDEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Parameters and parts of a path are taken as they are written, like JSON. */
@ControllerAdvice
class StrictParameters implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new GivenOnce());
    }

    /** An editor, since a converter's refusal has Spring ask its own editor, which takes it. */
    @InitBinder
    void readUuids(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new WholeUuid());
    }

    /** Java also reads {@code 1-1-1-1-1}, and Spring a UUID between spaces. */
    private static final class WholeUuid extends UUIDEditor {

        private static final int LENGTH = 36;

        @Override
        public void setAsText(String text) {
            if (!text.isEmpty() && text.length() != LENGTH) {
                throw new IllegalArgumentException("A UUID has " + LENGTH + " characters");
            }
            super.setAsText(text);
        }
    }
}
