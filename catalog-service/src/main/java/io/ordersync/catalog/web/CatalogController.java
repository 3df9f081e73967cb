package io.ordersync.catalog.web;

import io.ordersync.catalog.ProductNotFound;
import io.ordersync.catalog.Products;
import io.ordersync.catalog.SavedProduct;
import java.net.URI;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequiredArgsConstructor
class CatalogController implements CatalogApi {

    private final Products products;

    @Override
    public List<ProductResponse> all() {
        return products.all().stream().map(ProductResponse::of).toList();
    }

    @Override
    public ProductResponse find(String productId) {
        return products.find(productId).map(ProductResponse::of).orElseThrow(() -> ProductNotFound.of(productId));
    }

    @Override
    public ResponseEntity<ProductResponse> put(String productId, PutProductRequest request) {
        SavedProduct saved = products.save(request.toProduct(productId));
        return (saved.isNew() ? ResponseEntity.created(location(productId)) : ResponseEntity.ok())
                .body(ProductResponse.of(saved.product()));
    }

    @Override
    public ProductResponse restock(String productId, RestockRequest request) {
        return ProductResponse.of(products.restock(productId, request.qty()));
    }

    private static URI location(String productId) {
        return UriComponentsBuilder.fromPath("/catalogs")
                .pathSegment(productId)
                .encode()
                .build()
                .toUri();
    }
}
