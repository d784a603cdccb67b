import { applyDecorators } from '@nestjs/common';
import { Mutation } from '@nestjs/graphql';
import { ReceiptType } from './receipt.type';

/** A mutation that gives a command. Who may give it, and that the input is sound, is seen to before. */
export function Records(description: string): MethodDecorator {
  return applyDecorators(Mutation(() => ReceiptType, { description }));
}
