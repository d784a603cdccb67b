import { Controller, Get, Header } from '@nestjs/common';
import { Measurement } from './measurement';

@Controller('metrics')
export class MetricsController {
  constructor(private readonly measurement: Measurement) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    return (await this.measurement.take()).metrics();
  }
}
