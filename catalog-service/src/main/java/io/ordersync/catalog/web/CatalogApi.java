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

/** What the catalog's calls are for HTTP and for OpenAPI; {@link CatalogController} says what they do. */
@Tag(name = "catalog", description = "Products, their price and their stock")
@RequestMapping("/catalogs")
@CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
interface CatalogApi {

    @Operation(summary = "All products, by id")
    @ApiResponse(responseCode = "200", description = "the products", useReturnTypeSchema = true)
    @GetMapping
    List<ProductResponse> all();

    @Operation(summary = "One product")
    @ApiResponse(responseCode = "200", description = "the product", useReturnTypeSchema = true)
    @CatalogProblemResponses(CatalogProblem.PRODUCT_NOT_FOUND)
    @GetMapping("/{productId}")
    ProductResponse find(@ProductId @PathVariable String productId);

    @Operation(
            summary = "Make a product, or change its name and price",
            description = "The stock of a product that exists stays as it is: restock it instead. Safe to repeat.")
    @ApiResponse(responseCode = "200", description = "it existed, and is now so", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "201",
            description = "it was made",
            useReturnTypeSchema = true,
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri-reference")))
    @PutMapping("/{productId}")
    ResponseEntity<ProductResponse> put(
            @ProductId @PathVariable String productId, @Valid @RequestBody PutProductRequest request);

    @Operation(
            summary = "Add pieces to the stock of a product",
            description = "Also while orders run, none is lost. Not safe to repeat: each call adds.")
    @ApiResponse(responseCode = "200", description = "the product with them", useReturnTypeSchema = true)
    @CatalogProblemResponses(CatalogProblem.PRODUCT_NOT_FOUND)
    @PostMapping("/{productId}/restock")
    ProductResponse restock(@ProductId @PathVariable String productId, @Valid @RequestBody RestockRequest request);
}
