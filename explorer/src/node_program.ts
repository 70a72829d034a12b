// Draws nodes: disc, square, hexagon, diamond or triangle, full or as a rim, so that no kind rests on its colour alone.
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const vertexShader = /*glsl*/ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_from;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
const float reach = 1.4; // corners lie further out than the rim of a disc

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 from = size * reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + from, 1)).xy, 0, 1);
  v_from = from;
  v_radius = size / 2.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_rim = a_rim;
  v_rim.a *= bias;
}`;

// Distances to the edge of each shape, all of about the same area.
const fragmentShader = /*glsl*/ `
precision highp float;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_from;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
const vec4 transparent = vec4(0.0);

float beyond(vec2 p, float r) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(q.x, q.y) - r * 0.86;
  if (v_shape < 2.5) return max(q.x * 0.866 + q.y * 0.5, q.y) - r * 0.9;
  if (v_shape < 3.5) return (q.x + q.y) * 0.7071 - r * 0.8;
  return max(q.x * 0.866 + p.y * 0.5, -p.y) - r * 0.68;
}

void main(void) {
  float soft = u_correctionRatio * 2.0;
  float past = beyond(v_from, v_radius) + soft;
  #ifdef PICKING_MODE
  gl_FragColor = past > soft ? transparent : v_color;
  #else
  float rim = max(v_radius * 0.16, soft * 1.2);
  float inside = clamp((-past - rim) / soft + 1.0, 0.0, 1.0);
  vec4 paint = mix(v_rim, v_color, inside);
  gl_FragColor = mix(paint, transparent, clamp(past / soft, 0.0, 1.0));
  #endif
}`;

const corners = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3];
const uniforms = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;

export interface ShapeData extends NodeDisplayData {
  rim: string;
  shape: number;
}

export class ShapeProgram extends NodeProgram<(typeof uniforms)[number]> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: WebGLRenderingContext.TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: WebGLRenderingContext.FLOAT },
        { name: "a_size", size: 1, type: WebGLRenderingContext.FLOAT },
        { name: "a_shape", size: 1, type: WebGLRenderingContext.FLOAT },
        { name: "a_color", size: 4, type: WebGLRenderingContext.UNSIGNED_BYTE, normalized: true },
        { name: "a_rim", size: 4, type: WebGLRenderingContext.UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: WebGLRenderingContext.UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: WebGLRenderingContext.FLOAT }],
      CONSTANT_DATA: corners.map((angle) => [angle]),
    };
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData) {
    const shape = data as ShapeData;
    const array = this.array;
    array[start++] = shape.x;
    array[start++] = shape.y;
    array[start++] = shape.size;
    array[start++] = shape.shape;
    array[start++] = floatColor(shape.color);
    array[start++] = floatColor(shape.rim);
    array[start++] = nodeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: any) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
