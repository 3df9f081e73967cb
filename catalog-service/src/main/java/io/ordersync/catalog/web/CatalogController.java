package io.ordersync.catalog.web;

import io.ordersync.catalog.ProductNotFound;
import io.ordersync.catalog.Products;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/catalogs")
@RequiredArgsConstructor
class CatalogController {

    private final Products products;

    @GetMapping
    List<ProductResponse> all() {
        return products.all().stream().map(ProductResponse::of).toList();
    }

    @GetMapping("/{productId}")
    ProductResponse find(@PathVariable String productId) {
        return products.find(productId).map(ProductResponse::of).orElseThrow(() -> ProductNotFound.of(productId));
    }
}
