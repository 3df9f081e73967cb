package io.ordersync.catalog.web;

import io.ordersync.service.openapi.CommonProblemResponses;
import io.ordersync.service.problem.CommonProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** The catalog's HTTP and OpenAPI description; {@link CatalogController} implements it. */
@Tag(name = "catalog", description = "Products with price and stock")
@RequestMapping("/catalogs")
@CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
interface CatalogApi {

    @Operation(summary = "List all products, sorted by id")
    @ApiResponse(responseCode = "200", description = "The products", useReturnTypeSchema = true)
    @GetMapping
    List<ProductResponse> all();

    @Operation(summary = "Get a product")
    @ApiResponse(responseCode = "200", description = "The product", useReturnTypeSchema = true)
    @CatalogProblemResponses(CatalogProblem.PRODUCT_NOT_FOUND)
    @GetMapping("/{productId}")
    ProductResponse find(@ProductId @PathVariable String productId);

    @Operation(
            summary = "Create a product, or change its name and price",
            description = "The stock of an existing product stays as it is; restock it to change it. Safe to repeat.")
    @ApiResponse(
            responseCode = "200",
            description = "The product existed; name and price are as requested now",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "201",
            description = "The product was created",
            useReturnTypeSchema = true,
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri-reference")))
    @PutMapping("/{productId}")
    ResponseEntity<ProductResponse> put(
            @ProductId @PathVariable String productId, @Valid @RequestBody PutProductRequest request);

    @Operation(
            summary = "Add pieces to the stock of a product",
            description = "Safe while orders are decided. Not safe to repeat: each call adds the pieces.")
    @ApiResponse(responseCode = "200", description = "The product with the added pieces", useReturnTypeSchema = true)
    @CatalogProblemResponses(CatalogProblem.PRODUCT_NOT_FOUND)
    @PostMapping("/{productId}/restock")
    ProductResponse restock(@ProductId @PathVariable String productId, @Valid @RequestBody RestockRequest request);
}
